package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.algorithms.stages.LifeCycle;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.algorithms.stages.Verdict;
import eu.trama.city.twin.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Enters the models and rule sets of this platform into its own register, out of
/// `packs/algorithms`, at each start: the facts about them, and the hash of the code that runs. The
/// platform signs nothing: gates are for people. A record that somebody has edited since stays as
/// it is.
@Component
class PlatformRecords implements InitializingBean {

  private static final String SUFFIX = ".yaml";
  private static final String FILES = "classpath*:packs/algorithms/*" + SUFFIX;

  private final RegisterTables tables;
  private final Sources sources;
  private final LifeCycle lifeCycle;
  private final Models models;
  private final List<RuleSet> ruleSets;
  private final TransactionTemplate transaction;

  PlatformRecords(
      RegisterTables tables,
      Sources sources,
      LifeCycle lifeCycle,
      Models models,
      List<RuleSet> ruleSets,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.sources = sources;
    this.lifeCycle = lifeCycle;
    this.models = models;
    this.ruleSets = List.copyOf(ruleSets);
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterPropertiesSet() throws IOException {
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
      enter(file);
    }
  }

  private void enter(Resource file) {
    String name = String.valueOf(file.getFilename());
    // A record's file is named after its system. Others, which are longer, need not be read for
    // that.
    var id = new SystemId(name.substring(0, name.length() - SUFFIX.length()));
    Optional<Running> found = running(id);
    if (found.isEmpty()) {
      return; // A server whose models are others.
    }
    Running running = found.get();
    Map<?, ?> all = read(file);
    if (!id.value().equals(all.get("id"))) {
      throw new IllegalStateException(name + ": name the file after its id, " + all.get("id"));
    }
    AlgorithmRecord record = record(all, name);
    transaction.executeWithoutResult(status -> {
      tables.create(id);
      tables.lock(id);
      Optional<Entry> entry = tables.find(id);
      describe(id, entry, record, running.people());
      String version = tables.find(id).orElseThrow().dossier().version();
      if (!version.equals(running.codeHash())) {
        act(id, new Action.Renew(running.codeHash(), running.version()));
      }
    });
  }

  /// What this server has under that id: a rule set acts on people, a model on areas.
  private Optional<Running> running(SystemId id) {
    return ruleSets.stream()
        .filter(rules -> rules.id().equals(id))
        .map(rules -> new Running(rules.version(), rules.codeHash(), true))
        .findFirst()
        .or(() ->
            models
                .find(id.value())
                .map(model -> new Running(model.version(), models.codeHash(model), false)));
  }

  private record Running(String version, String codeHash, boolean people) {}

  private void describe(
      SystemId id, Optional<Entry> entry, AlgorithmRecord record, boolean people) {
    int revision = entry.map(Entry::revision).orElse(0);
    boolean ours =
        tables.revisions(id).stream().allMatch(r -> r.person().equals(Actor.MACHINE.person()));
    boolean same = entry.filter(e -> e.record().equals(record)).isPresent();
    if (!ours || same) {
      return;
    }
    String me = Actor.MACHINE.person();
    tables.addRevision(id, revision + 1, me, me, record);
    if (revision == 0) {
      act(id, new Action.Describe(Origin.PLATFORM, people));
    }
    if (record.missing().isEmpty()) {
      tables.addPublished(id, me, me, revision + 1);
    }
  }

  private void act(SystemId id, Action action) {
    Entry entry = tables.find(id).orElseThrow();
    Verdict verdict = lifeCycle.decide(entry.dossier(), Actor.MACHINE, action, sources.world(id));
    if (verdict instanceof Verdict.Done done) {
      String me = Actor.MACHINE.person();
      done.facts().forEach(fact -> tables.addFact(id, me, me, fact));
    }
  }

  private static Map<?, ?> read(Resource file) {
    try {
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      Map<?, ?> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AlgorithmRecord record(Map<?, ?> all, String file) {
    var fields = new EnumMap<RecordField, Texts>(RecordField.class);
    all.forEach((key, value) -> {
      if (!"id".equals(key)) {
        RecordField field =
            RecordField.ofKey(String.valueOf(key))
                .orElseThrow(() -> new IllegalStateException(file + ": no field " + key));
        fields.put(field, texts(value));
      }
    });
    return new AlgorithmRecord(fields, Map.of());
  }

  private static Texts texts(Object value) {
    if (value instanceof Map<?, ?> inLanguages) {
      var byTag = new TreeMap<String, String>();
      inLanguages.forEach((tag, text) -> byTag.put(String.valueOf(tag), String.valueOf(text)));
      return new Texts(byTag);
    }
    return Texts.of(RecordField.ANY, String.valueOf(value));
  }
}
