package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.OpenApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The schemas of the documents that processes and jobs are told in (18-062r2, annex B).
final class ProcessSchemas {

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> OBJECT = Map.of("type", "object");

  private ProcessSchemas() {}

  static void add(OpenApi api) {
    Map<String, Object> links = OpenApi.ref("schemas", "links");
    Map<String, Object> time = Map.of("type", "string", "format", "date-time");
    api.schema(
        "processSummary",
        object(
            List.of("id", "version", "jobControlOptions", "outputTransmission", "links"),
            Map.of(
                "id",
                TEXT,
                "version",
                TEXT,
                "title",
                TEXT,
                "description",
                TEXT,
                "jobControlOptions",
                texts(),
                "outputTransmission",
                texts(),
                "links",
                links)));
    api.schema(
        "processList",
        object(
            List.of("processes", "links"),
            Map.of("processes", array("processSummary"), "links", links)));
    api.schema(
        "process",
        Map.of(
            "allOf",
            List.of(
                OpenApi.ref("schemas", "processSummary"),
                object(
                    List.of("inputs", "outputs"), Map.of("inputs", OBJECT, "outputs", OBJECT)))));
    api.schema(
        "execute",
        object(
            List.of(),
            Map.of(
                "inputs",
                OBJECT,
                "outputs",
                OBJECT,
                "response",
                Map.of("type", "string", "enum", List.of("raw", "document")))));
    var status = new LinkedHashMap<String, Object>();
    List.of("processID", "jobID", "message").forEach(name -> status.put(name, TEXT));
    status.put("type", Map.of("type", "string", "enum", List.of("process")));
    status.put("status", Map.of("type", "string", "enum", JobDocuments.states()));
    List.of("created", "started", "finished", "updated").forEach(name -> status.put(name, time));
    status.put("progress", Map.of("type", "integer", "minimum", 0, "maximum", 100));
    status.put("links", links);
    api.schema("statusInfo", object(List.of("jobID", "status", "type"), status));
    api.schema(
        "jobList",
        object(List.of("jobs", "links"), Map.of("jobs", array("statusInfo"), "links", links)));
  }

  private static Map<String, Object> array(String schema) {
    return Map.of("type", "array", "items", OpenApi.ref("schemas", schema));
  }

  private static Map<String, Object> object(List<String> required, Map<String, ?> properties) {
    var object = new LinkedHashMap<String, Object>();
    object.put("type", "object");
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties);
    return object;
  }

  static Map<String, Object> texts() {
    return Map.of("type", "array", "items", TEXT);
  }
}
