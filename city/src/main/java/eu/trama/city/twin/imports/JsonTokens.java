package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.ImportFile;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// A JSON file, token by token. Faults of the JSON itself are [BadInput] with the line. `NaN` is
/// let through, so that whoever reads numbers can say which one it was.
final class JsonTokens implements AutoCloseable {

  private final String file;
  private final Limits limits;
  private final JsonParser parser;

  /// What the parser's own lines are counted from.
  private final long base;

  private JsonTokens(String file, Limits limits, long base, JsonParser parser) {
    this.file = file;
    this.limits = limits;
    this.base = base;
    this.parser = parser;
  }

  static JsonTokens open(ImportFile file, Limits limits) throws IOException {
    var bytes = Utf8Input.open(file, limits);
    var parser = factory(limits).createParser(ObjectReadContext.empty(), bytes);
    return new JsonTokens(file.name(), limits, 0, parser);
  }

  /// JSON within a field of a table.
  ///
  /// @param line where the field's row begins
  static JsonTokens of(String json, String file, long line, Limits limits) {
    var parser = factory(limits).createParser(ObjectReadContext.empty(), json);
    return new JsonTokens(file, limits, line - 1, parser);
  }

  private static JsonFactory factory(Limits limits) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth())
            .maxStringLength(limits.text())
            .maxDocumentLength(limits.bytes())
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .build();
  }

  String file() {
    return file;
  }

  Limits limits() {
    return limits;
  }

  long line() {
    return base + Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  /// The next token; `NOT_AVAILABLE` at the end of the file.
  JsonToken next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      return token == null ? JsonToken.NOT_AVAILABLE : token;
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  JsonToken current() {
    JsonToken token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  String name() {
    return String.valueOf(parser.currentName());
  }

  String text() throws IOException {
    try {
      return parser.getString();
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  /// The current number; not a number where the token is something else.
  double number() throws IOException {
    if (!current().isNumeric()) {
      return Double.NaN;
    }
    try {
      return parser.getDoubleValue();
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  /// Passes over what the current token begins.
  void skip() throws IOException {
    try {
      parser.skipChildren();
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  /// The text, numbers and flags of the object that the current token begins; anything else in it
  /// is passed over.
  Map<String, Object> scalars() throws IOException {
    var scalars = new TreeMap<String, Object>();
    while (next() != JsonToken.END_OBJECT) {
      String name = name();
      switch (next()) {
        case VALUE_STRING -> scalars.put(name, text());
        case VALUE_NUMBER_INT -> scalars.put(name, whole(text()));
        case VALUE_NUMBER_FLOAT -> scalars.put(name, number());
        case VALUE_TRUE -> scalars.put(name, true);
        case VALUE_FALSE -> scalars.put(name, false);
        default -> skip();
      }
      if (scalars.size() > limits.properties()) {
        throw limit("more than " + limits.properties() + " properties");
      }
    }
    return scalars;
  }

  private static Object whole(String digits) {
    return digits.length() <= 18 ? (Object) Long.valueOf(digits) : digits;
  }

  /// That the file is JSON, but not as it should be.
  BadInput unexpected(String expected) throws IOException {
    return new BadInput(
        Finding.error(
            "json-shape",
            file,
            line(),
            "",
            current() == JsonToken.NOT_AVAILABLE ? "end of file" : text(),
            "Expected " + expected + "."));
  }

  BadInput limit(String what) {
    return new BadInput(
        Finding.error(
            "json-limit", file, line(), "", what, "No such file of a city is known; check it."));
  }

  /// Requires that the file ends here.
  void end() throws IOException {
    if (next() != JsonToken.NOT_AVAILABLE) {
      throw unexpected("the end of the file");
    }
  }

  private BadInput fault(JacksonException e) {
    var place = e.getLocation();
    long line = base + (place == null ? 0 : Math.max(0, place.getLineNr()));
    return new BadInput(
        switch (e) {
          case UnexpectedEndOfInputException end ->
              Finding.error(
                  "file-truncated", file, line, "", "", "The file is cut short; get it again.");
          case StreamConstraintsException limit ->
              Finding.error(
                  "json-limit",
                  file,
                  line,
                  "",
                  limit.getOriginalMessage(),
                  "No such file of a city is known; check it.");
          default ->
              Finding.error(
                  "json-syntax",
                  file,
                  line,
                  "",
                  e.getOriginalMessage(),
                  "Give well-formed JSON (RFC 8259).");
        });
  }

  @Override
  public void close() {
    parser.close();
  }
}
