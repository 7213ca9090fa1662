package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What is told of a job, and its results, in the standard's terms.
final class JobDocuments {

  private JobDocuments() {}

  /// The job's status as the standard calls it.
  static String state(Job job, Run run) {
    if (job.dismissed() != null) {
      return "dismissed";
    }
    return switch (run.state()) {
      case QUEUED -> "accepted";
      case RUNNING -> "running";
      case DONE -> "successful";
      case FAILED -> "failed";
      case CANCELLED -> "dismissed";
    };
  }

  static Map<String, Object> status(Asked asked, Job job, Run run) {
    var status = new LinkedHashMap<String, Object>();
    String state = state(job, run);
    String own = asked.href("/jobs/" + job.id());
    status.put("processID", job.process());
    status.put("type", "process");
    status.put("jobID", job.id());
    status.put("status", state);
    String message = run.failure().isEmpty() ? run.stage() : run.failure();
    if (!message.isEmpty()) {
      status.put("message", message);
    }
    status.put("created", job.created().toString());
    Instant finished = finished(job, run);
    if (finished != null) {
      status.put("finished", finished.toString());
    }
    status.put("updated", (finished == null ? job.created() : finished).toString());
    int percent = Math.clamp(Math.round(run.progress() * 100), 0, 100);
    status.put("progress", state.equals("successful") ? 100 : percent);
    var links = new ArrayList<ApiLink>();
    links.add(ApiLink.to(own, "self", Media.JSON, "The status of the job"));
    if (state.equals("successful")) {
      links.add(
          ApiLink.to(own + "/results", Processes.RELATION + "results", Media.JSON, "Its results"));
    } else if (state.equals("failed")) {
      links.add(
          ApiLink.to(
              own + "/results", Processes.RELATION + "exceptions", Media.JSON, "Why it failed"));
    }
    status.put("links", links);
    return status;
  }

  /// When the job ended; a run that was done before somebody asked for it ended at once.
  static @Nullable Instant finished(Job job, Run run) {
    if (job.dismissed() != null) {
      return job.dismissed();
    }
    Instant at = run.finishedAt();
    return at == null || at.isAfter(job.created()) ? at : job.created();
  }

  /// The wanted outputs by their ids.
  static Map<String, Object> outputs(Job job, Results results) {
    var outputs = new LinkedHashMap<String, Object>();
    for (String id : job.outputs()) {
      outputs.put(id, id.equals(Processes.NOTES) ? results.notes() : values(results, id));
    }
    return outputs;
  }

  private static Object values(Results results, String indicator) {
    SortedMap<String, Double> byZone = results.values().get(indicator);
    return Optional.<Object>ofNullable(byZone).orElse(Map.of());
  }

  static List<String> states() {
    return List.of("accepted", "running", "successful", "failed", "dismissed");
  }
}
