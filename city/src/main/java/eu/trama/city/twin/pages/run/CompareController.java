package eu.trama.city.twin.pages.run;

import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Compares two runs of one model: a scenario with the city as it is, or a city with another.
@Controller
class CompareController {

  private final Pages pages;
  private final Frame frame;
  private final FinishedRuns finished;
  private final WaitingPage waiting;
  private final ScenarioComparison oneCity;
  private final CityComparison twoCities;

  CompareController(
      Pages pages,
      Frame frame,
      FinishedRuns finished,
      WaitingPage waiting,
      ScenarioComparison oneCity,
      CityComparison twoCities) {
    this.pages = pages;
    this.frame = frame;
    this.finished = finished;
    this.waiting = waiting;
    this.oneCity = oneCity;
    this.twoCities = twoCities;
  }

  @GetMapping("/compare")
  View compare(
      Visit visit,
      @RequestParam Map<String, String> chosen,
      HttpServletRequest request,
      HttpServletResponse response) {
    RunPair pair = finished.pair(chosen);
    return waiting
        .instead(visit, pair.both(), request, response)
        .orElseGet(() -> compared(visit, pair, chosen));
  }

  private View compared(Visit visit, RunPair pair, Map<String, String> chosen) {
    String title =
        pair.oneCity() ? visit.say("twin.compare.title") : visit.say("twin.compare.cities");
    var page = frame.run(visit, pair.after(), title).wholeWidth();
    return pair.oneCity()
        ? pages.show("twin/compare", page, oneCity.of(visit, pair, chosen))
        : pages.show("twin/cities", page, twoCities.of(visit, pair, chosen));
  }
}
