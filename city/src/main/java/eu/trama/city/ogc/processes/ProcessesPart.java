package eu.trama.city.ogc.processes;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.OpenApi;
import eu.trama.city.ogc.Operation;
import eu.trama.city.ogc.Part;
import eu.trama.city.twin.City;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// OGC API Processes Part 1 (18-062r2) in the landing page, the conformance and the description.
@Component
@Order(3)
class ProcessesPart implements Part {

  private static final String CONF = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
  private static final String TAG = "Processes";
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> OBJECT = Map.of("type", "object");

  @Override
  public List<String> conformsTo() {
    return List.of(
        CONF + "core",
        CONF + "ogc-process-description",
        CONF + "json",
        CONF + "oas30",
        CONF + "job-list",
        CONF + "dismiss");
  }

  @Override
  public List<ApiLink> links(Asked asked) {
    return List.of(
        ApiLink.to(
            asked.href("/processes"), Processes.RELATION + "processes", Media.JSON, "The models"),
        // The relation's short name, which earlier drafts and the official suite know it by.
        ApiLink.to(asked.href("/processes"), "processes", Media.JSON, "The models"),
        ApiLink.to(
            asked.href("/jobs"), Processes.RELATION + "job-list", Media.JSON, "Runs of models"));
  }

  @Override
  public void describe(City city, OpenApi api) {
    api.tag(TAG, "Models that can be run on the city or on a scenario, and their runs");
    ProcessSchemas.add(api);
    Map<String, Object> limit =
        Map.of("type", "integer", "minimum", 1, "maximum", Paging.MOST, "default", Paging.USUAL);
    Map<String, Object> start = Map.of("type", "integer", "minimum", 0, "default", 0);
    Map<String, Object> limitQuery = OpenApi.query("limit", "How many at most", limit);
    Map<String, Object> startQuery = OpenApi.query("start", "How many to pass over", start);
    Map<String, Object> process = OpenApi.inPath("processID", "The process", TEXT);
    Map<String, Object> job = OpenApi.inPath("jobID", "The job", TEXT);
    api.get(
        "/processes",
        Operation.of("getProcesses", TAG, "The models")
            .taking(limitQuery)
            .taking(startQuery)
            .answering(Media.JSON, "processList", "All models"));
    api.get(
        "/processes/{processID}",
        Operation.of("getProcessDescription", TAG, "What a model takes and gives")
            .taking(process)
            .answering(Media.JSON, "process", "A process description"));
    api.operation("/processes/{processID}/execution", "post", execution(process));
    Operation list = Operation.of("getJobs", TAG, "Runs of models");
    for (String name : List.of("type", "processID", "status")) {
      list =
          list.taking(OpenApi.query(name, "Only jobs with one of these", ProcessSchemas.texts()));
    }
    api.get(
        "/jobs",
        list.taking(OpenApi.query("datetime", "When it was created: a time or an interval", TEXT))
            .taking(OpenApi.query("minDuration", "Seconds at least", start))
            .taking(OpenApi.query("maxDuration", "Seconds at most", start))
            .taking(limitQuery)
            .taking(startQuery)
            .answering(Media.JSON, "jobList", "The latest jobs first"));
    api.get(
        "/jobs/{jobID}",
        Operation.of("getStatus", TAG, "The status of a job")
            .taking(job)
            .answering(Media.JSON, "statusInfo", "The status"));
    api.operation("/jobs/{jobID}", "delete", dismissal(job));
    api.get(
        "/jobs/{jobID}/results",
        Operation.of("getResult", TAG, "The results of a job")
            .taking(job)
            .answering(Media.JSON, OBJECT, "The wanted outputs")
            .answering(Media.of("json", "multipart/related"), TEXT, "The wanted outputs"));
  }

  private static Map<String, Object> execution(Map<String, Object> process) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", "execute");
    operation.put("tags", List.of(TAG));
    operation.put("summary", "Runs a model; the answer names the job, or has the results");
    Map<String, Object> prefer = OpenApi.query("Prefer", "respond-async for a job", TEXT);
    prefer.put("in", "header");
    prefer.put("style", "simple");
    operation.put(
        "parameters",
        List.of(
            process, prefer, OpenApi.ref("parameters", "f"), OpenApi.ref("parameters", "lang")));
    operation.put("requestBody", Map.of("required", true, "content", json("execute")));
    Map<String, Object> responses =
        responses("201", "The job was created", "406", "413", "415", "429");
    responses.put("200", Map.of("description", "The wanted outputs", "content", outputs()));
    operation.put("responses", responses);
    return operation;
  }

  /// Any value is JSON; what a raw output is else, its process describes.
  private static Map<String, Object> outputs() {
    return Map.of(
        Media.JSON.type().toString(),
        Map.of("schema", Map.of()),
        "multipart/related",
        Map.of("schema", TEXT),
        "image/png",
        Map.of("schema", Map.of("type", "string", "format", "binary")));
  }

  private static Map<String, Object> dismissal(Map<String, Object> job) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", "dismiss");
    operation.put("tags", List.of(TAG));
    operation.put("summary", "Dismisses a job");
    operation.put("parameters", parameters(job));
    operation.put("responses", responses("200", "The job was dismissed"));
    return operation;
  }

  private static List<Map<String, Object>> parameters(Map<String, Object> own) {
    return List.of(own, OpenApi.ref("parameters", "f"), OpenApi.ref("parameters", "lang"));
  }

  private static Map<String, Object> responses(String good, String means, String... more) {
    var responses = new LinkedHashMap<String, Object>();
    responses.put(good, Map.of("description", means, "content", json("statusInfo")));
    for (String status : List.of("400", "404", "500")) {
      responses.put(status, OpenApi.ref("responses", "problem"));
    }
    for (String status : more) {
      responses.put(status, OpenApi.ref("responses", "problem"));
    }
    return responses;
  }

  private static Map<String, Object> json(String schema) {
    return Map.of(Media.JSON.type().toString(), Map.of("schema", OpenApi.ref("schemas", schema)));
  }
}
