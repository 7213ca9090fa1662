package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.twin.Models;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Jobs as pages for people: the list, and how far each is. Where scripts run, the page of a job
/// asks again each second and changes only what tells how far it is; without them it loads itself
/// anew.
@Component
class JobPages {

  private final Pages pages;
  private final Models models;
  private final Processes processes;

  JobPages(Pages pages, Models models, Processes processes) {
    this.pages = pages;
    this.models = models;
    this.processes = processes;
  }

  View list(Asked asked, List<Standing> standings, String next, List<ApiLink> links) {
    var rows = standings.stream().map(each -> row(asked, each)).toList();
    var table =
        new DataTable(
            "jobs",
            asked.say("ogc.jobs.caption", rows.size()),
            List.of(
                Column.text(asked.say("ogc.job.id")),
                Column.text(asked.say("ogc.job.process")),
                Column.text(asked.say("ogc.job.state")),
                Column.number(asked.say("ogc.job.progress")),
                Column.text(asked.say("ogc.job.created")),
                Column.text(asked.say("ogc.job.finished"))),
            rows,
            false);
    var page =
        asked.page(asked.say("ogc.jobs.title")).under(ProcessPages.start(asked)).wholeWidth();
    return pages.show("ogc/jobs", page, new JobListPage(table, next, links));
  }

  private Row row(Asked asked, Standing standing) {
    Job job = standing.job();
    return new Row(
        "",
        path(asked, job) + "?f=html",
        List.of(
            job.id(),
            subject(asked, job),
            said(asked, standing),
            percent(asked, standing),
            time(asked, job.created()),
            Optional.ofNullable(standing.finished()).map(at -> time(asked, at)).orElse("")));
  }

  /// How far a job is. Once there is nothing to wait for, a page that was waiting is told to load
  /// itself as a whole.
  View job(Asked asked, Standing standing, List<ApiLink> links) {
    boolean dismissed = standing.state().equals("dismissed");
    Job job = standing.job();
    String own = path(asked, job);
    var model =
        new JobPage(
            own + "?f=html",
            subject(asked, job),
            standing.state(),
            said(asked, standing),
            message(asked, standing),
            standing.percent(),
            facts(asked, standing),
            standing.state().equals("successful") ? own + "/results?f=html" : "",
            job.run().isEmpty() ? "" : "/runs/" + job.run(),
            dismissed ? "" : asked.href("/jobs/" + job.id()),
            links);
    if (asked.request().getHeader("HX-Request") != null && !model.again()) {
      asked.response().setHeader("HX-Refresh", "true");
      return (none, request, response) -> response.setStatus(HttpStatus.OK.value());
    }
    var page =
        asked
            .page(asked.say("ogc.job.title", model.subject()))
            .under(ProcessPages.start(asked), all(asked));
    return pages.show("ogc/job", page, model);
  }

  private List<JobPage.Fact> facts(Asked asked, Standing standing) {
    Job job = standing.job();
    var facts = new ArrayList<JobPage.Fact>();
    facts.add(new JobPage.Fact(asked.say("ogc.job.id"), job.id()));
    facts.add(
        new JobPage.Fact(
            asked.say("ogc.job.process"),
            subject(asked, job) + " (process " + job.process() + ")"));
    facts.add(new JobPage.Fact(asked.say("ogc.job.code"), standing.state()));
    facts.add(new JobPage.Fact(asked.say("ogc.job.progress"), percent(asked, standing)));
    facts.add(new JobPage.Fact(asked.say("ogc.job.created"), time(asked, job.created())));
    Instant finished = standing.finished();
    if (finished != null) {
      facts.add(new JobPage.Fact(asked.say("ogc.job.finished"), time(asked, finished)));
    }
    Instant updated = finished == null ? job.created() : finished;
    facts.add(new JobPage.Fact(asked.say("ogc.job.updated"), time(asked, updated)));
    return facts;
  }

  /// What the process is called; its id where this server has it no more.
  String subject(Asked asked, Job job) {
    return subject(asked, job.process());
  }

  String subject(Asked asked, String process) {
    return process.equals(Echo.ID)
        ? asked.say("ogc.echo.title")
        : models.find(process).map(each -> processes.title(asked, each)).orElse(process);
  }

  /// A stage is a name of the model's own; where the model has words for it, those stand.
  private String message(Asked asked, Standing standing) {
    String message = standing.message();
    return models
        .find(standing.job().process())
        .flatMap(model -> processes.words(asked, model, "stage." + message))
        .orElse(message);
  }

  private static String said(Asked asked, Standing standing) {
    return asked.say("ogc.job.state." + standing.state());
  }

  private static String percent(Asked asked, Standing standing) {
    return asked.visit().words().percent((double) standing.percent() / JobDocuments.ALL, 0);
  }

  /// On the city's clock.
  private static String time(Asked asked, Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(asked.visit().language().locale())
        .withZone(asked.city().timezone())
        .format(at);
  }

  static String path(Asked asked, Job job) {
    return "/ogc/" + asked.city().id() + "/jobs/" + job.id();
  }

  static Link one(Asked asked, Standing echo) {
    String title = asked.say("ogc.job.title", asked.say("ogc.echo.title"));
    return Link.to(title, path(asked, echo.job()) + "?f=html");
  }

  static Link all(Asked asked) {
    return Link.to(asked.say("ogc.jobs.title"), "/ogc/" + asked.city().id() + "/jobs?f=html");
  }
}
