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

  JobsController(Standings standings) {
    this.standings = standings;
  }

  @GetMapping("/ogc/{city}/jobs")
  @Nullable View list(Asked asked) throws IOException {
    asked.only(JobFilter.PARAMETERS);
    Media media = asked.choose(Media.JSON);
    var filter = JobFilter.of(asked);
    int start = Paging.start(asked);
    int limit = Paging.limit(asked);
    List<Map<String, Object>> all =
        standings.latest(asked.city().id(), Paging.MOST).stream()
            .filter(filter::admits)
            .skip(start)
            .limit(limit + 1L)
            .map(each -> JobDocuments.status(asked, each))
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
    return asked.answer(media, JobDocuments.status(asked, standing(asked, id)));
  }

  @DeleteMapping("/ogc/{city}/jobs/{job}")
  @Nullable View dismiss(Asked asked, @PathVariable("job") String id) throws IOException {
    asked.only();
    Media media = asked.choose(Media.JSON);
    Standing dismissed = standings.dismiss(standing(asked, id));
    return asked.answer(media, JobDocuments.status(asked, dismissed));
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
    return standings.outcome(standing).tell(asked, "trama-" + id);
  }

  private Standing standing(Asked asked, String id) {
    return standings
        .find(asked.city().id(), id)
        .orElseThrow(() ->
            new Problem(
                HttpStatus.NOT_FOUND, EXCEPTIONS + "no-such-job", "There is no such job here."));
  }
}
