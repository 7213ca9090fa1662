package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Which jobs of the list are asked for (18-062r2, class "Job list").
///
/// @param types those that are wanted; empty for all, likewise processes and states
/// @param from earliest creation
/// @param to latest creation
/// @param least shortest duration in seconds
/// @param most longest
record JobFilter(
    List<String> types,
    List<String> processes,
    List<String> states,
    Instant from,
    Instant to,
    long least,
    long most) {

  static final Set<String> PARAMETERS =
      Set.of(
          "type",
          "processID",
          "status",
          "datetime",
          "minDuration",
          "maxDuration",
          "limit",
          "start");

  static JobFilter of(Asked asked) {
    List<String> states = list(asked, "status");
    for (String state : states) {
      if (!JobDocuments.states().contains(state)) {
        throw Problem.parameter("status", state, "Give one of " + JobDocuments.states() + ".");
      }
    }
    String[] span = span(asked.value("datetime").orElse("../.."));
    return new JobFilter(
        list(asked, "type"),
        list(asked, "processID"),
        states,
        instant(span[0], Instant.MIN),
        instant(span[1], Instant.MAX),
        seconds(asked, "minDuration", 0),
        seconds(asked, "maxDuration", Long.MAX_VALUE));
  }

  boolean admits(Standing standing) {
    Job job = standing.job();
    return (types.isEmpty() || types.contains("process"))
        && (processes.isEmpty() || processes.contains(job.process()))
        && (states.isEmpty() || states.contains(standing.state()))
        && !job.created().isBefore(from)
        && !job.created().isAfter(to)
        && lasts(standing);
  }

  private boolean lasts(Standing standing) {
    if (least == 0 && most == Long.MAX_VALUE) {
      return true;
    }
    Instant finished = standing.finished();
    if (finished == null) {
      return false;
    }
    long seconds = Duration.between(standing.job().created(), finished).toSeconds();
    return seconds >= least && seconds <= most;
  }

  private static List<String> list(Asked asked, String name) {
    return asked.value(name).map(text -> List.of(text.split(","))).orElse(List.of());
  }

  private static String[] span(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length == 1) {
      return new String[] {text, text};
    }
    if (ends.length != 2) {
      throw Problem.parameter("datetime", text, "Give a time or two with a slash between.");
    }
    return ends;
  }

  private static Instant instant(String text, Instant open) {
    if (text.isEmpty() || text.equals("..")) {
      return open;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Problem.parameter("datetime", text, "Write a time like 2026-01-31T12:00:00Z.");
    }
  }

  private static long seconds(Asked asked, String name, long otherwise) {
    String text = asked.value(name).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,9}")) {
      throw Problem.parameter(name, text, "Give a whole number of seconds.");
    }
    return Long.parseLong(text);
  }
}
