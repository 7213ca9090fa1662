package eu.trama.city.twin;

import eu.trama.city.cli.CityCommand;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama import CITY --boundaries FILE… --statistics FILE…`: takes real files into a city, all
/// or none.
@Command(
    name = "import",
    description = "Takes real files into a city: all of them or, when one is bad, none.",
    sortOptions = false,
    footer = {
      "",
      "What is said about a file goes for all files of the command that know it. A sidecar,",
      "FILE.source.json, says it for one: {\"publisher\": \"…\", \"level\": \"…\"}. A file that the",
      "city has already is passed over; an import that was stopped goes on.",
      "Exit codes: 0 imported or there already, 1 nothing was imported, 2 wrong usage."
    })
public final class ImportCommand implements CityCommand {

  private static final Map<String, String> PROVENANCE =
      new TreeMap<>(
          Map.of(
              "title",
              "what the data is called",
              "publisher",
              "who publishes it",
              "licence",
              "under which terms",
              "url",
              "where it is published",
              "published",
              "when, as the publisher writes it",
              Sidecar.VALID_FROM,
              "from which day on the city is so (default: today)"));

  private final eu.trama.city.cli.City.Opener opener;
  private final List<ImportKind> kinds;
  private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "CITY", description = "Id of the city, such as barcelona.")
  private String city = "";

  /// @param kinds of files for which there are options
  public ImportCommand(eu.trama.city.cli.City.Opener opener, List<ImportKind> kinds) {
    this.opener = opener;
    this.kinds = List.copyOf(kinds);
  }

  @Spec
  void addOptions(CommandSpec created) {
    spec = created;
    var about = new TreeMap<String, String>();
    for (ImportKind kind : kinds) {
      created.addOption(
          OptionSpec.builder("--" + kind.name())
              .arity("1..*")
              .type(List.class)
              .auxiliaryTypes(Path.class)
              .paramLabel("FILE")
              .description(kind.description())
              .build());
      about.putAll(kind.options());
    }
    about.putAll(PROVENANCE);
    about.forEach((name, help) ->
        created.addOption(
            OptionSpec.builder("--" + name)
                .type(String.class)
                .paramLabel("TEXT")
                .description(help)
                .build()));
  }

  @Override
  public Integer call() {
    try {
      List<Imports.Item> items = items();
      try (eu.trama.city.cli.City opened = opener.open();
          var progress = ProgressBar.onStandardError()) {
        opened.service(Imports.class).run(city, items, progress).forEach(ImportCommand::print);
      }
      return DONE;
    } catch (BadInput e) {
      e.findings().forEach(finding -> System.err.println(finding));
      System.err.println("Nothing was imported.");
      return FAILED;
    }
  }

  private List<Imports.Item> items() {
    var typed = new TreeMap<String, String>();
    PROVENANCE.keySet().forEach(name -> told(name).ifPresent(text -> typed.put(name, text)));
    var items = new ArrayList<Imports.Item>();
    for (ImportKind kind : kinds) {
      var options = new TreeMap<String, String>();
      kind.options().keySet().forEach(name -> told(name).ifPresent(v -> options.put(name, v)));
      List<Path> files = parsed().matchedOptionValue("--" + kind.name(), List.of());
      files.forEach(file -> items.add(item(kind, file, typed, options)));
    }
    if (items.isEmpty()) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(), "Say which files to import.");
    }
    return items;
  }

  /// What was typed goes before what the sidecar says.
  private static Imports.Item item(
      ImportKind kind, Path file, Map<String, String> typed, Map<String, String> options) {
    var sidecar = Sidecar.of(file);
    var known = new TreeMap<>(sidecar.options());
    for (String name : known.keySet()) {
      if (!kind.options().containsKey(name)) {
        throw new BadInput(
            Finding.error(
                "option-unknown",
                file.getFileName() + ".source.json",
                0,
                name,
                "",
                "Known for " + kind.name() + ": " + kind.options().keySet() + "."));
      }
    }
    known.putAll(options);
    Provenance beside = sidecar.provenance();
    var told =
        new Provenance(
            typed.getOrDefault("title", beside.title()),
            typed.getOrDefault("publisher", beside.publisher()),
            typed.getOrDefault("licence", beside.licence()),
            typed.getOrDefault("url", beside.url()),
            typed.getOrDefault("published", beside.published()),
            beside.note());
    Optional<LocalDate> from =
        Optional.ofNullable(typed.get(Sidecar.VALID_FROM))
            .map(text -> Sidecar.date(text, "--" + Sidecar.VALID_FROM))
            .or(sidecar::validFrom);
    return new Imports.Item(kind.name(), file, known, told, from);
  }

  private Optional<String> told(String option) {
    return Optional.ofNullable(parsed().matchedOptionValue("--" + option, (String) null));
  }

  private picocli.CommandLine.ParseResult parsed() {
    return java.util.Objects.requireNonNull(spec).commandLine().getParseResult();
  }

  private static void print(Imports.Outcome outcome) {
    outcome.warnings().forEach(System.err::println);
    Dataset dataset = outcome.dataset();
    System.out.println(
        outcome.isNew()
            ? "imported %s: %d features as %s, dataset %d%s"
                .formatted(
                    outcome.file(),
                    dataset.features(),
                    dataset.source(),
                    dataset.id(),
                    outcome.findings().isEmpty() ? "" : ", warnings " + outcome.findings())
            : "already imported %s: %s, dataset %d"
                .formatted(outcome.file(), dataset.source(), dataset.id()));
  }
}
