package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.stages.Evidence;
import eu.trama.city.algorithms.stages.Fact;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.algorithms.stages.Signature;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// How facts lie in the store.
final class FactJson {

  private FactJson() {}

  static String kind(Fact fact) {
    return switch (fact) {
      case Fact.Described d -> "described";
      case Fact.Renewed r -> "renewed";
      case Fact.Signed s -> "signed";
      case Fact.Moved m -> "moved";
      case Fact.Suspended s -> "suspended";
      case Fact.Resumed r -> "resumed";
    };
  }

  static String write(Fact fact) {
    return Json.write(
        switch (fact) {
          case Fact.Described d ->
              Map.of("origin", d.origin().key(), "people", d.people(), "person", d.person());
          case Fact.Renewed r ->
              Map.of(
                  "codeHash",
                  r.codeHash(),
                  "label",
                  r.label(),
                  "person",
                  r.person(),
                  "at",
                  r.at().toString());
          case Fact.Signed s -> signature(s.signature());
          case Fact.Moved m -> Map.of("from", m.from().key(), "to", m.to().key());
          case Fact.Suspended s -> Map.of("cause", s.cause().name(), "reason", s.reason());
          case Fact.Resumed r -> Map.of("reason", r.reason());
        });
  }

  private static Map<String, Object> signature(Signature s) {
    var all = new TreeMap<String, Object>();
    all.put("gate", s.gate());
    all.put("person", s.person());
    all.put("role", s.role().key());
    all.put("version", s.version());
    all.put("at", s.at().toString());
    all.put("kind", s.evidence().kind());
    all.put("title", s.evidence().title());
    all.put("reference", s.evidence().reference());
    all.put("hash", s.evidence().hash());
    all.put("makers", s.evidence().makers().stream().sorted().toList());
    all.put("passed", s.evidence().passed());
    s.evidence().risk().ifPresent(risk -> all.put("risk", risk.key()));
    return all;
  }

  static Fact read(String kind, JsonNode d) {
    return switch (kind) {
      case "described" ->
          new Fact.Described(
              Origin.ofKey(text(d, "origin")).orElseThrow(),
              d.path("people").asBoolean(true),
              text(d, "person"));
      case "renewed" ->
          new Fact.Renewed(
              text(d, "codeHash"), text(d, "label"), text(d, "person"), instant(d, "at"));
      case "signed" -> new Fact.Signed(signature(d));
      case "moved" ->
          new Fact.Moved(
              Stage.ofKey(text(d, "from")).orElseThrow(), Stage.ofKey(text(d, "to")).orElseThrow());
      case "suspended" ->
          new Fact.Suspended(Fact.Cause.valueOf(text(d, "cause")), text(d, "reason"));
      case "resumed" -> new Fact.Resumed(text(d, "reason"));
      default -> throw new IllegalStateException("the store holds an unknown fact: " + kind);
    };
  }

  private static Signature signature(JsonNode d) {
    var makers = new HashSet<String>();
    d.path("makers").forEach(maker -> makers.add(maker.asString()));
    return new Signature(
        text(d, "gate"),
        text(d, "person"),
        Role.ofKey(text(d, "role")).orElseThrow(),
        text(d, "version"),
        new Evidence(
            text(d, "kind"),
            text(d, "title"),
            text(d, "reference"),
            text(d, "hash"),
            makers,
            d.path("passed").asBoolean(false),
            RiskClass.ofKey(text(d, "risk"))),
        instant(d, "at"));
  }

  private static String text(JsonNode of, String name) {
    return of.path(name).asString("");
  }

  private static Instant instant(JsonNode of, String name) {
    return Instant.parse(text(of, name));
  }
}
