package eu.trama.city.algorithms.studies;

import static java.util.Objects.requireNonNull;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.SystemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Submitted studies as evidence for gates: of each kind the last one counts, whether with the
/// product's questionnaire or with one of the city that stands for that kind.
@Component
class StudyEvidence implements EvidenceSource {

  private static final Map<StandsFor, String> OF_THE_PRODUCT =
      Map.of(
          StandsFor.STUDY, Questionnaires.IMPACT,
          StandsFor.DATA_PROTECTION, Questionnaires.DATA_PROTECTION,
          StandsFor.RIGHTS, Questionnaires.FUNDAMENTAL_RIGHTS);

  private final Studies studies;
  private final CityQuestionnaires own;

  StudyEvidence(Studies studies, CityQuestionnaires own) {
    this.studies = studies;
    this.own = own;
  }

  @Override
  public Set<String> kinds() {
    return OF_THE_PRODUCT.keySet().stream().map(StandsFor::key).collect(Collectors.toSet());
  }

  private List<String> names(StandsFor kind) {
    var names = new ArrayList<>(own.names(kind));
    names.add(requireNonNull(OF_THE_PRODUCT.get(kind)));
    return names;
  }

  @Override
  public String madeAt(SystemId id, String evidenceKind) {
    return "/algorithms/" + id + "/studies";
  }

  @Override
  public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
    return StandsFor.of(evidenceKind)
        .filter(OF_THE_PRODUCT::containsKey)
        .flatMap(kind -> studies.counting(id, names(kind)))
        .flatMap(study ->
            study
                .submitted()
                .map(submitted ->
                    new EvidenceState(
                        study.author(),
                        submitted.hash(),
                        submitted.passed(),
                        Optional.empty(),
                        submitted.conclusion(),
                        submitted.at(),
                        "/algorithms/studies/" + study.id())));
  }
}
