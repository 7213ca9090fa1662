package eu.trama.city.identity.provider;

import java.util.List;

/// The made-up people to choose from.
///
/// @param question the client's question to the provider, to be sent again
public record DemoChoice(List<Card> people, List<Part> question) {

  /// Whether somebody asked at all: without a question there is nothing to choose for.
  public boolean asked() {
    return !question.isEmpty();
  }

  /// A person.
  ///
  /// @param may what the person may do here
  public record Card(String key, String name, String role, String may) {}

  /// A part of the question.
  public record Part(String name, String value) {}
}
