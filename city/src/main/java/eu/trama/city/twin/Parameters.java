package eu.trama.city.twin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The settings of one run, complete and checked: what was chosen, and the model's own value for
/// the rest.
public record Parameters(Properties values) {

  /// @param chosen texts as a form or a command line gives them; names that the model does not have
  ///   are refused
  /// @throws BadInput when a value does not fit
  public static Parameters of(List<Parameter> schema, Map<String, String> chosen) {
    var findings = new ArrayList<Finding>();
    var values = new TreeMap<String, Object>();
    for (String name : chosen.keySet()) {
      if (schema.stream().noneMatch(parameter -> parameter.name().equals(name))) {
        findings.add(refused("parameter-unknown", name, "", "Use one of " + names(schema) + "."));
      }
    }
    for (Parameter parameter : schema) {
      String text = Optional.ofNullable(chosen.get(parameter.name())).orElse("").strip();
      if (text.isEmpty()) {
        values.put(parameter.name(), parameter.value());
      } else {
        read(parameter, text, findings).ifPresent(value -> values.put(parameter.name(), value));
      }
    }
    if (!findings.isEmpty()) {
      throw new BadInput(findings);
    }
    return new Parameters(new Properties(values));
  }

  public int whole(String name) {
    return Math.toIntExact((long) number(name));
  }

  public double number(String name) {
    return values.number(name).orElseThrow(() -> new IllegalStateException("no number " + name));
  }

  public LocalDate date(String name) {
    return LocalDate.parse(values.requireText(name));
  }

  public LocalTime time(String name) {
    return LocalTime.parse(values.requireText(name));
  }

  public String text(String name) {
    return values.requireText(name);
  }

  private static Optional<Object> read(Parameter parameter, String text, List<Finding> findings) {
    try {
      return Optional.of(
          switch (parameter.kind()) {
            case WHOLE -> bounded(parameter, Long.parseLong(text), findings);
            case NUMBER -> bounded(parameter, Double.parseDouble(text), findings);
            case DATE -> LocalDate.parse(text).toString();
            case TIME -> LocalTime.parse(text).toString();
            case TEXT -> {
              bounded(parameter, text.length(), findings);
              yield text;
            }
            case CHOICE -> {
              if (!parameter.choices().contains(text)) {
                String known = String.join(", ", parameter.choices());
                findings.add(
                    refused(
                        "parameter-choice", parameter.name(), text, "Use one of " + known + "."));
              }
              yield text;
            }
          });
    } catch (NumberFormatException e) {
      findings.add(refused("parameter-number", parameter.name(), text, "Give a number."));
    } catch (DateTimeException e) {
      String example = parameter.kind() == Parameter.Kind.DATE ? "2026-02-10" : "08:00";
      findings.add(
          refused("parameter-time", parameter.name(), text, "Write it like " + example + "."));
    }
    return Optional.empty();
  }

  private static Number bounded(Parameter parameter, Number value, List<Finding> findings) {
    double number = value.doubleValue();
    if (!(number >= parameter.least() && number <= parameter.most())) {
      findings.add(
          refused(
              "parameter-range",
              parameter.name(),
              value.toString(),
              "Choose from " + plain(parameter.least()) + " to " + plain(parameter.most()) + "."));
    }
    return value;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static List<String> names(List<Parameter> schema) {
    return schema.stream().map(Parameter::name).toList();
  }

  private static Finding refused(String code, String name, String value, String advice) {
    return Finding.error(code, "parameters", 0, name, value, advice);
  }
}
