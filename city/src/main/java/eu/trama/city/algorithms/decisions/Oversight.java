package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Counts over the decisions of a system: for who oversees it, and for everybody.
@Service
public class Oversight {

  /// Who confirms a proposal sooner than that can hardly have read it. Our own figure: a case page
  /// has some 150 words, and people read some 240 a minute (Brysbaert 2019).
  static final int HASTY_SECONDS = 30;

  private final JdbcClient jdbc;
  private final Clock clock;

  Oversight(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  /// How humans confirm.
  ///
  /// @param overridden proposals that a human changed
  /// @param hasty confirmed as proposed within [#HASTY_SECONDS] of being opened
  /// @param medianSeconds from opening to confirming
  /// @param humans how many people confirmed
  public record Confirming(
      long confirmed,
      long overridden,
      long hasty,
      double medianSeconds,
      long humans,
      long waiting) {

    /// Share that was merely stamped; 0 where nothing was confirmed.
    public double hastyShare() {
      return confirmed == 0 ? 0 : (double) hasty / confirmed;
    }

    public double overrideShare() {
      return confirmed == 0 ? 0 : (double) overridden / confirmed;
    }
  }

  @Needs({Role.AUDITOR, Role.PLANNER})
  public Confirming confirming(SystemId system) {
    return jdbc.sql(
            """
            select count(*) as confirmed,
              count(*) filter (where c.outcome <> d.outcome) as overridden,
              count(*) filter (where c.outcome = d.outcome and c.at - o.at < make_interval(secs => ?)) as hasty,
              coalesce(percentile_cont(0.5) within group (order by extract(epoch from c.at - o.at)), 0) as median,
              count(distinct c.by_person) as humans,
              (select count(*) from algorithms.decision w where w.system = ? and w.human_confirms and w.replays is null
                and not exists (select from algorithms.confirmation x where x.decision = w.id)) as waiting
            from algorithms.confirmation c join algorithms.decision d on d.id = c.decision
            join algorithms.decision_opened o on o.decision = d.id and o.by_person = c.by_person
            where d.system = ? and d.replays is null
            """)
        .params(HASTY_SECONDS, system.value(), system.value())
        .query((row, n) ->
            new Confirming(
                row.getLong("confirmed"),
                row.getLong("overridden"),
                row.getLong("hasty"),
                row.getDouble("median"),
                row.getLong("humans"),
                row.getLong("waiting")))
        .single();
  }

  /// Decisions that hold, by outcome.
  public Map<String, Long> outcomes(SystemId system) {
    return counts(
        """
        select coalesce(a.outcome, c.outcome, d.outcome) as name, count(*) as n
        from algorithms.decision d left join algorithms.confirmation c on c.decision = d.id
        left join algorithms.objection_answer a on a.decision = d.id
        where d.system = ? and d.replays is null and (not d.human_confirms or c.decision is not null)
        group by 1
        """,
        system.value());
  }

  /// Objections by what became of them: `upheld`, `refused`, `open`, `overdue`.
  public Map<String, Long> objections(SystemId system) {
    return counts(
        """
        select case when a.upheld then 'upheld' when not a.upheld then 'refused'
          when o.answer_due < ? then 'overdue' else 'open' end as name, count(*) as n
        from algorithms.objection o join algorithms.decision d on d.id = o.decision
        left join algorithms.objection_answer a on a.decision = d.id
        where d.system = ? group by 1
        """,
        LegalTerms.day(clock.instant()),
        system.value());
  }

  private Map<String, Long> counts(String sql, Object... parameters) {
    var counts = new TreeMap<String, Long>();
    jdbc.sql(sql)
        .params(parameters)
        .query((row, n) -> Map.entry(row.getString("name"), row.getLong("n")))
        .list()
        .forEach(each -> counts.put(each.getKey(), each.getValue()));
    return counts;
  }
}
