package eu.trama.ledger.log;

import eu.trama.ledger.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A disk that loses power: content not forced and names not forced may be lost, each for itself,
/// in whole or in part. It notes each checkpoint that anybody could have seen.
final class CuttableStorage implements Storage {

  /// What becomes of what was not forced.
  enum Fate {
    ALL_LOST,
    ALL_KEPT,
    BY_CHANCE
  }

  /// The machine stops.
  static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Inode {
    private byte[] now;
    private byte @Nullable [] forced;

    private Inode(byte[] now) {
      this.now = now;
    }
  }

  private final Map<String, Inode> names = new TreeMap<>();
  private final Map<String, Inode> forcedNames = new TreeMap<>();
  private final Set<String> folders = new TreeSet<>();
  private final Set<String> forcedFolders = new HashSet<>(Set.of(""));
  private final List<byte[]> seen = new ArrayList<>();
  private int left = Integer.MAX_VALUE;
  private int operations;
  private int forces;
  private boolean off;

  /// Lets so many operations pass; the next one happens by half, and the power goes.
  void cutAfter(int operationsLeft) {
    left = operationsLeft;
  }

  int operations() {
    return operations;
  }

  int forces() {
    return forces;
  }

  /// Every checkpoint that had its name for a moment.
  List<byte[]> seen() {
    return seen;
  }

  private boolean last() {
    if (off) {
      throw new PowerCut();
    }
    operations++;
    return left-- <= 0;
  }

  private void cut() {
    off = true;
    throw new PowerCut();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(names.get(path)).map(inode -> inode.now.clone());
  }

  @Override
  public void write(String path, byte[] bytes) {
    boolean last = last();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
    Inode inode = names.computeIfAbsent(path, _ -> new Inode(new byte[0]));
    inode.now = last ? Arrays.copyOf(bytes, bytes.length / 2) : bytes.clone();
    if (last) {
      cut();
    }
  }

  @Override
  public void append(String path, byte[] bytes) throws IOException {
    boolean last = last();
    Inode inode = names.get(path);
    if (inode == null) {
      throw new IOException("no file " + path);
    }
    byte[] before = inode.now;
    int added = last ? bytes.length / 2 : bytes.length;
    inode.now = Arrays.copyOf(before, before.length + added);
    System.arraycopy(bytes, 0, inode.now, before.length, added);
    if (last) {
      cut();
    }
  }

  @Override
  public void force(String path) throws IOException {
    boolean last = last();
    forces++;
    Inode inode = names.get(path);
    if (inode == null) {
      throw new IOException("no file " + path);
    }
    if (last) {
      cut();
    }
    inode.forced = inode.now;
  }

  @Override
  public void forceFolder(String path) {
    boolean last = last();
    if (last) {
      cut();
    }
    forcedNames.keySet().removeIf(name -> parent(name).equals(path));
    names.forEach((name, inode) -> {
      if (parent(name).equals(path)) {
        forcedNames.put(name, inode);
      }
    });
    folders.stream().filter(name -> parent(name).equals(path)).forEach(forcedFolders::add);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    boolean last = last();
    Inode inode = names.get(from);
    if (inode == null) {
      throw new IOException("no file " + from);
    }
    if (!last) {
      names.remove(from);
      names.put(to, inode);
      if (to.equals("checkpoint")) {
        seen.add(inode.now);
      }
    } else {
      cut();
    }
  }

  @Override
  public void delete(String path) {
    if (last()) {
      cut();
    }
    names.remove(path);
  }

  @Override
  public List<String> list(String folder) {
    return names.keySet().stream()
        .filter(name -> parent(name).equals(folder))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .toList();
  }

  /// The disk as the machine finds it when it has power again.
  CuttableStorage restarted(Fate fate, Random random) {
    var next = new CuttableStorage();
    next.seen.addAll(seen);
    Set<String> all = new TreeSet<>(names.keySet());
    all.addAll(forcedNames.keySet());
    for (String name : all) {
      Inode inode = (keeps(fate, random) ? names : forcedNames).get(name);
      if (inode != null && (fate != Fate.ALL_LOST || reachable(name))) {
        var kept = new Inode(content(inode, fate, random));
        kept.forced = kept.now;
        next.names.put(name, kept);
        next.forcedNames.put(name, kept);
        for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
          next.folders.add(name.substring(0, slash));
          next.forcedFolders.add(name.substring(0, slash));
        }
      }
    }
    return next;
  }

  private boolean reachable(String name) {
    for (String folder = parent(name); !folder.isEmpty(); folder = parent(folder)) {
      if (!forcedFolders.contains(folder)) {
        return false;
      }
    }
    return true;
  }

  private static boolean keeps(Fate fate, Random random) {
    return fate == Fate.ALL_KEPT || (fate == Fate.BY_CHANCE && random.nextBoolean());
  }

  private static byte[] content(Inode inode, Fate fate, Random random) {
    byte[] forced = inode.forced == null ? new byte[0] : inode.forced;
    return switch (fate) {
      case ALL_KEPT -> inode.now;
      case ALL_LOST -> forced;
      case BY_CHANCE -> {
        if (Arrays.equals(inode.now, forced)) {
          yield forced;
        }
        boolean appended =
            inode.now.length >= forced.length
                && Arrays.equals(Arrays.copyOf(inode.now, forced.length), forced);
        int from = appended ? forced.length : 0;
        byte[] torn = Arrays.copyOf(inode.now, from + random.nextInt(inode.now.length - from + 1));
        // A block that was allocated and never written reads as zeros.
        if (random.nextBoolean() && torn.length > from) {
          Arrays.fill(torn, from + random.nextInt(torn.length - from), torn.length, (byte) 0);
        }
        yield torn;
      }
    };
  }
}
