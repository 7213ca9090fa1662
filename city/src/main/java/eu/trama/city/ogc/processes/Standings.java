package eu.trama.city.ogc.processes;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/// All jobs of a city with how far they have come: runs of models, and echoes.
@Service
class Standings {

  private static final int ID_BYTES = 16;

  private final Jobs jobs;
  private final EchoJobs echoes;
  private final Runs runs;
  private final SecureRandom random = new SecureRandom();

  Standings(Jobs jobs, EchoJobs echoes, Runs runs) {
    this.jobs = jobs;
    this.echoes = echoes;
    this.runs = runs;
  }

  Standing create(Run run, boolean listed, ExecuteRequest request) {
    return standing(jobs.create(id(), run, listed, request));
  }

  Standing create(String city, Echo echo) {
    return echoes.create(city, id(), echo);
  }

  /// Hard to guess: who has it may see and dismiss the job.
  private String id() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  Optional<Standing> find(String city, String id) {
    return jobs.find(city, id).map(this::standing).or(() -> echoes.find(city, id));
  }

  /// The latest listed jobs of a city.
  List<Standing> latest(String city, int most) {
    return Stream.concat(
            jobs.latest(city, most).stream().map(this::standing),
            echoes.latest(city, most).stream())
        .sorted(
            Comparator.comparing((Standing each) -> each.job().created())
                .reversed()
                .thenComparing(each -> each.job().id()))
        .limit(most)
        .toList();
  }

  /// A run that others wait for goes on; only this job ends.
  Standing dismiss(Standing standing) {
    if (isEcho(standing)) {
      return echoes.dismiss(standing.job());
    }
    Job job = jobs.dismiss(standing.job());
    Run run = run(job);
    if (!run.state().ended() && !jobs.shared(job) && runs.mayCancel(run)) {
      runs.cancel(run);
    }
    return standing(job);
  }

  /// @param standing of a job that was successful
  Outcome outcome(Standing standing) {
    Job job = standing.job();
    if (isEcho(standing)) {
      return echoes.outcome(job);
    }
    Results results = runs.results(run(job)).orElseThrow();
    var values = new LinkedHashMap<String, JsonNode>();
    for (String id : job.outputs()) {
      Object value = id.equals(Processes.NOTES) ? results.notes() : byZone(results, id);
      values.put(id, Json.mapper().valueToTree(value));
    }
    return new Outcome(job.raw(), values, Map.of());
  }

  private static Map<String, Double> byZone(Results results, String indicator) {
    SortedMap<String, Double> found = results.values().get(indicator);
    return found == null ? Map.of() : found;
  }

  private Standing standing(Job job) {
    Run run = run(job);
    String state = JobDocuments.state(job, run);
    int percent = Math.clamp(Math.round(run.progress() * JobDocuments.ALL), 0, JobDocuments.ALL);
    return new Standing(
        job,
        state,
        run.failure().isEmpty() ? run.stage() : run.failure(),
        state.equals("successful") ? JobDocuments.ALL : percent,
        JobDocuments.finished(job, run));
  }

  private static boolean isEcho(Standing standing) {
    return standing.job().process().equals(Echo.ID);
  }

  private Run run(Job job) {
    return runs.find(job.run())
        .orElseThrow(() -> new IllegalStateException("job " + job.id() + " without its run"));
  }
}
