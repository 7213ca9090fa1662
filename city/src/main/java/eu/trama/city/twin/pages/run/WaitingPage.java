package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows how far runs are. Where scripts run, the page asks again each second and changes only the
/// progress; without them it loads itself anew.
@Component
class WaitingPage {

  private final Pages pages;
  private final Frame frame;
  private final Naming naming;
  private final Runs runs;

  WaitingPage(Pages pages, Frame frame, Naming naming, Runs runs) {
    this.pages = pages;
    this.frame = frame;
    this.naming = naming;
    this.runs = runs;
  }

  static boolean needed(List<Run> runs) {
    return runs.stream().anyMatch(run -> run.state() != Run.State.DONE);
  }

  /// Tells a page that was waiting to load itself as a whole, since its runs are done.
  static boolean reload(HttpServletRequest request, HttpServletResponse response) {
    boolean asking = request.getHeader("HX-Request") != null;
    if (asking) {
      response.setHeader("HX-Refresh", "true");
    }
    return asking;
  }

  View show(Visit visit, List<Run> waiting) {
    boolean again = waiting.stream().anyMatch(run -> !run.state().ended());
    var model =
        new Waiting(
            visit.address(),
            again && waiting.stream().noneMatch(WaitingPage::stopped),
            waiting.stream().distinct().map(run -> line(visit, run)).toList());
    Page page = frame.run(visit, waiting.getLast(), visit.say("twin.run.waiting"));
    return pages.show("twin/waiting", page, model);
  }

  private static boolean stopped(Run run) {
    return run.state() == Run.State.FAILED || run.state() == Run.State.CANCELLED;
  }

  private Waiting.Line line(Visit visit, Run run) {
    return new Waiting.Line(
        run.id(),
        frame.subject(visit, run),
        (int) Math.floor(run.progress() * 100),
        run.state().name().toLowerCase(Locale.ROOT),
        stage(visit.words(), run),
        run.failure(),
        runs.mayCancel(run));
  }

  private String stage(Words words, Run run) {
    return Optional.of(run.stage())
        .filter(stage -> !stage.isEmpty())
        .flatMap(stage -> naming.find(words, run.model(), "stage." + stage))
        .orElse("");
  }
}
