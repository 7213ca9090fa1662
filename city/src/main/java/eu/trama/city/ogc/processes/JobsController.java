package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The jobs of a city: their list, the status of each, its results, and its dismissal.
@Controller
class JobsController {

  private static final String EXCEPTIONS =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

  private final Jobs jobs;
  private final Runs runs;

  JobsController(Jobs jobs, Runs runs) {
    this.jobs = jobs;
    this.runs = runs;
  }

  @GetMapping("/ogc/{city}/jobs")
  @Nullable View list(Asked asked) throws IOException {
    asked.only(JobFilter.PARAMETERS);
    Media media = asked.choose(Media.JSON);
    var filter = JobFilter.of(asked);
    int start = Paging.start(asked);
    int limit = Paging.limit(asked);
    List<Map<String, Object>> all =
        jobs.latest(asked.city().id(), Paging.MOST).stream()
            .filter(job -> filter.admits(job, run(job)))
            .skip(start)
            .limit(limit + 1L)
            .map(job -> JobDocuments.status(asked, job, run(job)))
            .toList();
    var links = new ArrayList<>(asked.selfAndAlternates(media, Media.JSON));
    if (all.size() > limit) {
      String next = Addresses.with(asked.self(), "start", String.valueOf(start + limit));
      links.add(ApiLink.to(next, "next", media, "Earlier jobs"));
    }
    return asked.answer(
        media, Map.of("jobs", all.subList(0, Math.min(limit, all.size())), "links", links));
  }

  @GetMapping("/ogc/{city}/jobs/{job}")
  @Nullable View status(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON);
    Job job = job(asked, id);
    return asked.answer(media, JobDocuments.status(asked, job, run(job)));
  }

  /// A run that others wait for goes on; only this job ends.
  @DeleteMapping("/ogc/{city}/jobs/{job}")
  @Nullable View dismiss(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON);
    Job job = jobs.dismiss(job(asked, id));
    Run run = run(job);
    if (!run.state().ended() && !jobs.shared(job) && runs.mayCancel(run)) {
      runs.cancel(run);
    }
    return asked.answer(media, JobDocuments.status(asked, job, run));
  }

  @GetMapping("/ogc/{city}/jobs/{job}/results")
  @Nullable View results(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    Job job = job(asked, id);
    Run run = run(job);
    switch (JobDocuments.state(job, run)) {
      case "successful" -> {}
      case "failed" -> throw new Problem(HttpStatus.INTERNAL_SERVER_ERROR, run.failure());
      case "dismissed" -> throw new Problem(HttpStatus.GONE, "The job was dismissed.");
      default ->
          throw new Problem(
              HttpStatus.NOT_FOUND,
              EXCEPTIONS + "result-not-ready",
              "The job has not ended; ask for its status.");
    }
    Results results = runs.results(run).orElseThrow();
    Map<String, Object> outputs = JobDocuments.outputs(job, results);
    if (!job.raw()) {
      return asked.answer(asked.choose(Media.JSON), outputs);
    }
    return outputs.size() == 1
        ? asked.answer(asked.choose(Media.JSON), json(outputs.values().iterator().next()))
        : related(asked, job, outputs);
  }

  /// Several raw values, each a part (RFC 2387) named by its output.
  private static @Nullable View related(Asked asked, Job job, Map<String, Object> outputs)
      throws IOException {
    String boundary = "trama-" + job.id();
    var text = new StringBuilder();
    outputs.forEach((id, value) ->
        text.append(
            "--%s\r\nContent-Type: application/json\r\nContent-ID: <%s>\r\n\r\n%s\r\n"
                .formatted(boundary, id, Json.write(value))));
    text.append("--").append(boundary).append("--\r\n");
    var media =
        Media.of(
            "json", "multipart/related;boundary=\"" + boundary + "\";type=\"application/json\"");
    return asked.answer(media, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] json(Object value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private Job job(Asked asked, String id) {
    return jobs.find(asked.city().id(), id)
        .orElseThrow(() ->
            new Problem(
                HttpStatus.NOT_FOUND, EXCEPTIONS + "no-such-job", "There is no such job here."));
  }

  private Run run(Job job) {
    return runs.find(job.run())
        .orElseThrow(() -> new IllegalStateException("job " + job.id() + " without its run"));
  }
}
