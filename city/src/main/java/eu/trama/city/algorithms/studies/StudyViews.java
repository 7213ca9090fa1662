package eu.trama.city.algorithms.studies;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;

/// What the pages of studies show.
public final class StudyViews {

  private StudyViews() {}

  /// The studies of a system.
  ///
  /// @param begin questionnaires with which the reader may begin one
  public record Overview(
      String system, String name, Optional<DataTable> table, List<Begin> begin, boolean team) {}

  public record Begin(String name, String title, String description) {}

  /// One page of a form.
  ///
  /// @param address where the page is sent
  /// @param number of the page, from 1
  /// @param of how many pages are shown
  /// @param proposed whether the answers are a proposal of the platform's authors
  public record Form(
      String address,
      String section,
      String hint,
      int number,
      int of,
      List<Asked> asked,
      List<FormError> errors,
      String back,
      String overview,
      boolean proposed,
      String score) {}

  /// A question, or a text between questions.
  ///
  /// @param kind of [Questionnaire.Kind], in lower case
  public record Asked(
      String name,
      String kind,
      String title,
      String hint,
      String law,
      String typed,
      List<Option> options,
      String error,
      boolean required) {

    public boolean wrong() {
      return !error.isEmpty();
    }

    /// Its title, one paragraph each.
    public List<String> paragraphs() {
      return title.lines().toList();
    }
  }

  public record Option(String value, String label, boolean chosen) {}

  /// A study with all that was answered.
  ///
  /// @param open how many questions must still be answered
  /// @param told what was left out of a file that was taken
  public record Whole(
      Study study,
      String status,
      String tone,
      String conclusion,
      Optional<Scored> score,
      List<Part> parts,
      boolean mine,
      int open,
      String goOn,
      boolean proposed,
      List<String> told,
      List<FormError> errors) {}

  /// A score with how it was computed.
  public record Scored(List<String> steps, DataTable table) {}

  /// A section with its answers.
  public record Part(String title, List<Answered> answers) {}

  public record Answered(String question, String law, String answer) {}
}
