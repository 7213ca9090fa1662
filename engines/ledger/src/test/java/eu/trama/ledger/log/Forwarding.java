package eu.trama.ledger.log;

import eu.trama.ledger.storage.Storage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A disk that is another one, for tests that change one of its ways.
class Forwarding implements Storage {

  private final Storage disk;

  Forwarding(Storage disk) {
    this.disk = disk;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    return disk.read(path);
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    disk.write(path, bytes);
  }

  @Override
  public void append(String path, byte[] bytes) throws IOException {
    disk.append(path, bytes);
  }

  @Override
  public void force(String path) throws IOException {
    disk.force(path);
  }

  @Override
  public void forceFolder(String path) throws IOException {
    disk.forceFolder(path);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void delete(String path) throws IOException {
    disk.delete(path);
  }

  @Override
  public List<String> list(String folder) throws IOException {
    return disk.list(folder);
  }
}
