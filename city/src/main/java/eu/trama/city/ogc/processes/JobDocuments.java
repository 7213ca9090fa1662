package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is told of a job in the standard's terms.
final class JobDocuments {

  /// Progress of what is done, in percent.
  static final int ALL = 100;

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

  static Map<String, Object> status(Asked asked, Standing standing) {
    var status = new LinkedHashMap<String, Object>();
    Job job = standing.job();
    String own = asked.href("/jobs/" + job.id());
    status.put("processID", job.process());
    status.put("type", "process");
    status.put("jobID", job.id());
    status.put("status", standing.state());
    if (!standing.message().isEmpty()) {
      status.put("message", standing.message());
    }
    status.put("created", job.created().toString());
    Instant finished = standing.finished();
    if (finished != null) {
      status.put("finished", finished.toString());
    }
    status.put("updated", (finished == null ? job.created() : finished).toString());
    status.put("progress", standing.percent());
    var links = new ArrayList<ApiLink>();
    links.add(ApiLink.to(own, "self", Media.JSON, "The status of the job"));
    if (standing.state().equals("successful")) {
      links.add(
          ApiLink.to(own + "/results", Processes.RELATION + "results", Media.JSON, "Its results"));
    } else if (standing.state().equals("failed")) {
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

  static List<String> states() {
    return List.of("accepted", "running", "successful", "failed", "dismissed");
  }
}
