package eu.trama.city.twin.pages;

import eu.trama.city.twin.Imports;

/// Progress of an import that nobody watches.
enum Silent implements Imports.Progress {
  PROGRESS;

  @Override
  public void begin(String file, long bytes) {}

  @Override
  public void read(long bytes) {}

  @Override
  public void end(String how) {}
}
