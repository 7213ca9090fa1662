package eu.trama.city.cli;

import java.util.concurrent.Callable;

/// One command of `./trama`: a class with picocli's `@Command(name, description)` and its options.
///
/// `call` returns the exit code: 0 done, 1 failed with what was wrong already printed. It may
/// throw: then the message of the cause is printed and the code is 1. What is wrong with the words
/// the person typed is a `CommandLine.ParameterException`, and the code is 2.
public interface CityCommand extends Callable<Integer> {

  int DONE = 0;
  int FAILED = 1;
}
