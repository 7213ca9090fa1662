package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Run;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows how far runs are. Where scripts run, the page asks again each second and changes only the
/// progress; without them it loads itself anew.
@Component
class WaitingPage {

  private final Pages pages;
  private final Frame frame;
  private final Naming naming;

  WaitingPage(Pages pages, Frame frame, Naming naming) {
    this.pages = pages;
    this.frame = frame;
    this.naming = naming;
  }

  /// What to answer in place of results that are not there yet: how far the runs are, or, once they
  /// are done, nothing but the word that a page which was waiting shall load itself as a whole.
  Optional<View> instead(
      Visit visit, List<Run> runs, HttpServletRequest request, HttpServletResponse response) {
    if (runs.stream().anyMatch(run -> run.state() != Run.State.DONE)) {
      return Optional.of(show(visit, runs));
    }
    if (request.getHeader("HX-Request") == null) {
      return Optional.empty();
    }
    response.setHeader("HX-Refresh", "true");
    return Optional.of((model, asked, answer) -> answer.setStatus(HttpStatus.OK.value()));
  }

  private View show(Visit visit, List<Run> runs) {
    boolean again = runs.stream().anyMatch(run -> !run.state().ended());
    var model =
        new Waiting(
            visit.address(),
            again && runs.stream().noneMatch(WaitingPage::stopped),
            runs.stream().distinct().map(run -> line(visit, run)).toList());
    Page page = frame.run(visit, runs.getLast(), visit.say("twin.run.waiting"));
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
        run.failure());
  }

  private String stage(Words words, Run run) {
    return Optional.of(run.stage())
        .filter(stage -> !stage.isEmpty())
        .flatMap(stage -> naming.find(words, run.model(), "stage." + stage))
        .orElse("");
  }
}
