package eu.trama.city.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;

/// `./trama up`: starts everything, says where, and stays until it is stopped.
@Command(
    name = "up",
    description = "Starts the store and the server, and prints the address when it answers.",
    footer = {
      "",
      "Ctrl-C stops everything it started. State is kept in TRAMA_HOME.",
      "The first start sets the store up; a later one takes seconds."
    })
public final class Up implements CityCommand {

  private final Class<?> application;
  private final Clock clock;

  public Up(Class<?> application, Clock clock) {
    this.application = application;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    var stopped = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> onClose = event -> stopped.countDown();
    var context = City.builder(application).listeners(onClose).run();
    System.out.printf(
        "Trama is ready at %s (%.1f s). Ctrl-C stops it.%n", City.address(context), age());
    stopped.await();
    return DONE;
  }

  /// Seconds since the process began, so that what the person waited is what is said.
  private double age() {
    return ProcessHandle.current()
            .info()
            .startInstant()
            .map(begin -> Duration.between(begin, clock.instant()))
            .orElse(Duration.ZERO)
            .toMillis()
        / 1e3;
  }
}
