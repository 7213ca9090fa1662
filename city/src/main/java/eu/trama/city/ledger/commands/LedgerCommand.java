package eu.trama.city.ledger.commands;

import eu.trama.city.cli.CityCommand;
import eu.trama.ledger.log.LedgerReader;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.receipt.Receipt;
import eu.trama.ledger.verify.Finding;
import eu.trama.ledger.verify.Report;
import eu.trama.ledger.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama ledger`: checks a log and receipts of it. It needs neither the server nor the store,
/// and works for the log of any site.
@Command(
    name = "ledger",
    description = "Checks the city's ledger, and receipts of it.",
    footer = {
      "",
      "Of one turned bit, ‘verify’ says in which file, byte and entry it is; it exits 1 then."
    })
public final class LedgerCommand implements CityCommand {

  private static final long TELL_EVERY = 1 << 20;

  private final Function<String, @Nullable String> environment;

  @Spec private CommandSpec spec = CommandSpec.create();

  public LedgerCommand(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the ledger: verify, show or receipt.");
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Hashes every entry, builds the tree anew and compares every file with it.")
  int verify(
      @Mixin LogChoice choice,
      @Parameters(
              paramLabel = "ADDRESS",
              arity = "0..1",
              description = "A published log, such as https://city.example/ledger.")
          @Nullable String address)
      throws IOException, BadNoteException {
    VerifierKey key = choice.key(environment);
    Report report =
        new Verifier(choice.source(address, environment), key, choice.witnesses())
            .verify(hashed -> {
              if (hashed % TELL_EVERY == 0) {
                System.err.printf("%,d entries%n", hashed);
              }
            });
    report.findings().stream().map(Finding::toString).forEach(System.out::println);
    if (!report.sound()) {
      return FAILED;
    }
    System.out.printf(
        "%s: %,d entries, root %s: all of it is right.%n",
        key.name(), report.entries(), report.head().map(head -> head.root().base64()).orElse(""));
    return DONE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the newest signed head.")
  int show(
      @Mixin LogChoice choice,
      @Parameters(
              paramLabel = "ADDRESS",
              arity = "0..1",
              description = "A published log, such as https://city.example/ledger.")
          @Nullable String address)
      throws IOException, BadNoteException {
    VerifierKey key = choice.key(environment);
    var head = new LedgerReader(choice.source(address, environment), key).head();
    if (head.isEmpty()) {
      System.out.println("Nothing was published yet.");
      return FAILED;
    }
    System.out.printf("key %s%n%n%s", key, head.get().note());
    return DONE;
  }

  @Command(
      name = "receipt",
      mixinStandardHelpOptions = true,
      description = "Checks a receipt, without the log.")
  int receipt(
      @Mixin LogChoice choice,
      @Parameters(paramLabel = "FILE", description = "A receipt (.tlog-proof).") Path file)
      throws IOException, BadNoteException {
    if (Files.size(file) > Receipt.MOST_CHARACTERS) {
      throw new IOException(file + " is longer than any receipt");
    }
    Receipt receipt = Receipt.parse(Files.readString(file));
    return switch (receipt.check(choice.key(environment), choice.witnesses())) {
      case Receipt.Outcome.Refused(String why) -> {
        System.out.println("The receipt proves nothing: " + why + ".");
        yield FAILED;
      }
      case Receipt.Outcome.Proven(Checkpoint head, var witnesses) -> {
        System.out.printf(
            "The receipt is right: entry %,d of %,d of %s.%n",
            receipt.index(), head.size(), head.origin());
        witnesses.forEach(witness -> System.out.println("Cosigned by " + witness.name() + "."));
        System.out.print(new String(receipt.entry().orElse(new byte[0]), StandardCharsets.UTF_8));
        yield DONE;
      }
    };
  }
}
