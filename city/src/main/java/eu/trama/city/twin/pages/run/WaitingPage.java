package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final Runs runs;

  WaitingPage(Pages pages, Frame frame, Naming naming, Runs runs) {
    this.pages = pages;
    this.frame = frame;
    this.naming = naming;
    this.runs = runs;
  }

  /// What to answer in place of results that are not there yet: how far the runs are, or, once
  /// there is nothing to wait for, the word that a page which was waiting shall load itself as a
  /// whole.
  Optional<View> instead(
      Visit visit, List<Run> runs, HttpServletRequest request, HttpServletResponse response) {
    boolean done = runs.stream().allMatch(run -> run.state() == Run.State.DONE);
    if (request.getHeader("HX-Request") == null || waitedFor(runs)) {
      return done ? Optional.empty() : Optional.of(show(visit, runs));
    }
    response.setHeader("HX-Refresh", "true");
    return Optional.of((model, asked, answer) -> answer.setStatus(HttpStatus.OK.value()));
  }

  private View show(Visit visit, List<Run> runs) {
    var lines = runs.stream().distinct().map(run -> line(visit, run)).toList();
    var last = runs.getLast();
    var model =
        new Waiting(
            visit.address(),
            waitedFor(runs),
            lines.stream().map(line -> news(visit, line)).collect(Collectors.joining(" ")),
            last.scenario() == null
                ? "/" + last.snapshot().city() + "/scenarios"
                : "/scenarios/" + last.scenario(),
            lines);
    String title =
        model.again() ? visit.say("twin.run.waiting") : visit.say("twin.run.stopped.title");
    return pages.show("twin/waiting", frame.run(visit, last, title), model);
  }

  private static boolean waitedFor(List<Run> runs) {
    return runs.stream().anyMatch(run -> !run.state().ended())
        && runs.stream().noneMatch(WaitingPage::stopped);
  }

  /// Every tenth of the way is news; each second is not.
  private static String news(Visit visit, Waiting.Line line) {
    String state = visit.say("twin.run.state." + line.state());
    return line.state().equals("running")
        ? visit.say("twin.run.news.running", line.subject(), state, line.percent() / 10 * 10)
        : visit.say("twin.run.news", line.subject(), state);
  }

  private static boolean stopped(Run run) {
    return run.state() == Run.State.FAILED || run.state() == Run.State.CANCELLED;
  }

  private Waiting.Line line(Visit visit, Run run) {
    return new Waiting.Line(
        run.id(),
        "run-" + run.shortId(),
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
