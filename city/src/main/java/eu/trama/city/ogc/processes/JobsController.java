package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.Problem;
import java.io.IOException;
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

  private final Standings standings;
  private final JobPages pages;
  private final ResultPages results;

  JobsController(Standings standings, JobPages pages, ResultPages results) {
    this.standings = standings;
    this.pages = pages;
    this.results = results;
  }

  @GetMapping("/ogc/{city}/jobs")
  @Nullable View list(Asked asked) throws IOException {
    asked.only(JobFilter.PARAMETERS);
    Media media = asked.choose(Media.JSON, Media.HTML);
    var filter = JobFilter.of(asked);
    int start = Paging.start(asked);
    int limit = Paging.limit(asked);
    List<Standing> all =
        standings.latest(asked.city().id(), Paging.MOST).stream()
            .filter(filter::admits)
            .skip(start)
            .limit(limit + 1L)
            .toList();
    var links = new ArrayList<>(asked.selfAndAlternates(media, Media.JSON, Media.HTML));
    String next =
        all.size() > limit
            ? Addresses.with(asked.self(), "start", String.valueOf(start + limit))
            : "";
    if (!next.isEmpty()) {
      links.add(ApiLink.to(next, "next", media, "Earlier jobs"));
    }
    List<Standing> shown = all.subList(0, Math.min(limit, all.size()));
    if (media.equals(Media.HTML)) {
      return pages.list(asked, shown, next, links);
    }
    List<Map<String, Object>> documents =
        shown.stream().map(each -> JobDocuments.status(asked, each)).toList();
    return asked.answer(media, Map.of("jobs", documents, "links", links));
  }

  @GetMapping("/ogc/{city}/jobs/{job}")
  @Nullable View status(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    return status(asked, asked.choose(Media.JSON, Media.HTML), standing(asked, id));
  }

  @DeleteMapping("/ogc/{city}/jobs/{job}")
  @Nullable View dismiss(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON, Media.HTML);
    return status(asked, media, standings.dismiss(standing(asked, id)));
  }

  private @Nullable View status(Asked asked, Media media, Standing standing) throws IOException {
    return media.equals(Media.HTML)
        ? pages.job(asked, standing, JobDocuments.links(asked, standing, media))
        : asked.answer(media, JobDocuments.status(asked, standing));
  }

  @GetMapping("/ogc/{city}/jobs/{job}/results")
  @Nullable View results(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    Standing standing = standing(asked, id);
    switch (standing.state()) {
      case "successful" -> {}
      case "failed" -> throw new Problem(HttpStatus.INTERNAL_SERVER_ERROR, standing.message());
      case "dismissed" -> throw new Problem(HttpStatus.GONE, "The job was dismissed.");
      default ->
          throw new Problem(
              HttpStatus.NOT_FOUND,
              EXCEPTIONS + "result-not-ready",
              "The job has not ended; ask for its status.");
    }
    Outcome outcome = standings.outcome(standing);
    Media media = outcome.choose(asked);
    if (!media.equals(Media.HTML)) {
      return outcome.tell(asked, media, "trama-" + id);
    }
    return standings
        .computation(standing)
        .map(run -> results.results(asked, standing, run, outcome))
        .orElseGet(() -> results.results(asked, outcome, JobPages.one(asked, standing)));
  }

  private Standing standing(Asked asked, String id) {
    return standings
        .find(asked.city().id(), id)
        .orElseThrow(() ->
            new Problem(
                HttpStatus.NOT_FOUND, EXCEPTIONS + "no-such-job", "There is no such job here."));
  }
}
