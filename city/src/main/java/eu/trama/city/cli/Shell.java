package eu.trama.city.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `./trama` and its commands: help, version, exit codes, and errors in plain words.
@Command(
    name = "trama",
    description = "The platform of a city: its twin, its policies, and the rights of its people.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nSettings (environment):%n",
    footer = {
      "  TRAMA_HOME    folder of all state (default: .trama beside the launcher)",
      "  TRAMA_PORT    port of the web server (default: 8080)",
      "  TRAMA_DB_URL  an outside PostgreSQL instead of the embedded one",
      "  TRAMA_DATA    folder with a city's files to import",
      "  more: TRAMA_ADDRESS, TRAMA_TLS_CERT, TRAMA_TLS_KEY, TRAMA_PROXIES, TRAMA_LOG,",
      "        TRAMA_METRICS_TOKEN; see docs/operate.md",
      "  TRAMA_DEBUG   set to anything: errors show where they come from",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    })
public final class Shell implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Shell() {}

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where an error comes from (a stack trace).")
  void debug(boolean on) {
    System.setProperty(Fault.DEBUG, Boolean.toString(on));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  /// The command line with these commands.
  public static CommandLine commandLine(List<? extends CityCommand> commands) {
    var line = new CommandLine(new Shell());
    for (CityCommand command : commands) {
      var sub = new CommandLine(command);
      if (sub.getCommandSpec().mixins().isEmpty()) {
        sub.getCommandSpec().mixinStandardHelpOptions(true);
      }
      line.addSubcommand(sub);
    }
    line.setExecutionExceptionHandler(Shell::explain);
    line.setUsageHelpAutoWidth(true);
    return line;
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (Fault.debugging()) {
      failure.printStackTrace(err);
    }
    err.println("trama " + command.getCommandName() + ": " + Fault.plain(failure));
    err.flush();
    return CityCommand.FAILED;
  }
}
