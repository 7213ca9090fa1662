package eu.trama.city.algorithms.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Incident.Kind;
import eu.trama.city.algorithms.monitoring.Incident.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The terms of the law, by the calendar.
class IncidentTermsTest {

  private static final IncidentTerms TERMS = read();

  private static IncidentTerms read() {
    try {
      return IncidentTerms.read(
          Files.readString(
              Path.of(System.getProperty("trama.root"), "packs/rights/incidents.csv")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Noticed at noon on 24 October 2026, the day before clocks go back: a term of days ends with
  /// the city's day, one of hours counts hours.
  @ParameterizedTest
  @CsvSource({
    "serious,     2026-11-08T23:00:00Z",
    "death,       2026-11-03T23:00:00Z",
    "widespread,  2026-10-26T23:00:00Z",
    "data-breach, 2026-10-27T10:00:00Z"
  })
  void dueByTheArticle(String severity, Instant due) {
    assertThat(TERMS.due(severity, Instant.parse("2026-10-24T10:00:00Z"))).contains(due);
    assertThat(TERMS.term(severity).law()).containsPattern("Art\\. (73|33)\\(\\d\\)");
  }

  @Test
  void someHaveNoTerm() {
    assertThat(TERMS.due("minor", Instant.EPOCH)).isEmpty();
    assertThat(TERMS.due("unrated", Instant.EPOCH)).isEmpty();
  }

  @Test
  void overdueFromTheInstantOnUntilItIsReported() {
    var noticed = Instant.parse("2026-10-24T10:00:00Z");
    var due = Instant.parse("2026-10-27T10:00:00Z");
    var open = incident("data-breach", noticed, List.of());
    assertThat(open.overdue(TERMS, due.minusMillis(1))).isFalse();
    assertThat(open.overdue(TERMS, due)).isTrue();
    var told = new Step(Kind.REPORTED, Optional.empty(), due, "planner", "By post");
    assertThat(incident("data-breach", noticed, List.of(told)).overdue(TERMS, due)).isFalse();
    var rated = new Step(Kind.RATED, Optional.of("minor"), due, "auditor", "Nobody saw it");
    var minor = incident("data-breach", noticed, List.of(rated));
    assertThat(minor.severity()).isEqualTo("minor");
    assertThat(minor.overdue(TERMS, due)).isFalse();
    assertThat(minor.state()).isEqualTo("open");
  }

  private static Incident incident(String severity, Instant noticed, List<Step> steps) {
    return new Incident(
        UUID.randomUUID(),
        new SystemId("it"),
        severity,
        noticed,
        noticed,
        "auditor",
        "x",
        Optional.empty(),
        steps);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "severity,amount,unit,law,href\nminor,,,x,y\n",
        "severity,amount,unit,law,href\nunrated,2,days,x,y\n",
        "severity,amount,unit,law,href\nunrated,,,x,y\nserious,two,days,x,y\n",
        "severity,amount,unit,law,href\nunrated,,,x,y\nserious,2,weeks,x,y\n",
        "severity,amount,unit,law,href\nunrated,,,x,y\nunrated,,,x,y\n"
      })
  void faultsAreRefused(String csv) {
    assertThatThrownBy(() -> IncidentTerms.read(csv)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She wrote from ada@example.org",
        "DNI 12345678Z",
        "NIE X-1234567-L",
        "codice RSSMRA85T10A562S",
        "Call 934 02 70 00",
        "+34 612345678",
        "ES91 2100 0418 4502 0005 1332"
      })
  void textsWithSomebodysDataAreFound(String text) {
    assertThat(PersonalData.looksLike(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Since 2026-11-24 14:05 all 1,200 answers were “none”.",
        "The threshold of 17.398,92 € was read as 17.39.",
        "false-negative 2026-11",
        "Art. 73(2), 15 days"
      })
  void plainTextsAreNot(String text) {
    assertThat(PersonalData.looksLike(text)).isFalse();
  }
}
