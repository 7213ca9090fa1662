package eu.trama.city.twin.imports;

/// That a geometry cannot be built; becomes a finding with the place of its feature.
final class ShapeFault extends Exception {

  private final String code;
  private final String value;
  private final String advice;

  ShapeFault(String code, String value, String advice) {
    super(code + " " + value);
    this.code = code;
    this.value = value;
    this.advice = advice;
  }

  String code() {
    return code;
  }

  String value() {
    return value;
  }

  String advice() {
    return advice;
  }
}
