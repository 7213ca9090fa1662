package eu.trama.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Proofs are those of the definition, check, and nothing else does.
class MerkleTreeTest {

  private static final int LARGEST = 40;

  private static List<byte[]> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static MerkleTree tree(int size) {
    return new MerkleTree(new MemoryNodes(entries(size)), size);
  }

  private static List<Hash> hashes(List<byte[]> bytes) {
    return bytes.stream().map(Hash::of).toList();
  }

  @Test
  void everyInclusionIsAsDefinedAndChecks() throws IOException {
    for (int size = 1; size <= LARGEST; size++) {
      Hash root = Hash.of(Oracle.root(entries(size)));
      assertThat(tree(size).root()).isEqualTo(root);
      for (int index = 0; index < size; index++) {
        List<Hash> path = tree(size).inclusion(index);
        assertThat(path).isEqualTo(hashes(Oracle.path(index, entries(size))));
        Hash leaf = new TreeHasher().leaf(entries(size).get(index));
        assertThat(ProofCheck.root(leaf, index, size, path)).contains(root);
        refuses(leaf, index, size, path, root);
      }
    }
  }

  private static void refuses(Hash leaf, int index, int size, List<Hash> path, Hash root) {
    for (int other = 0; other < size; other++) {
      if (other != index) {
        assertThat(ProofCheck.root(leaf, other, size, path)).isNotEqualTo(Optional.of(root));
      }
    }
    assertThat(ProofCheck.root(root, index, size, path))
        .isNotEqualTo(path.isEmpty() ? null : Optional.of(root));
    var longer = new ArrayList<>(path);
    longer.add(leaf);
    assertThat(ProofCheck.root(leaf, index, size, longer)).isEmpty();
    if (!path.isEmpty()) {
      assertThat(ProofCheck.root(leaf, index, size, path.subList(0, path.size() - 1))).isEmpty();
    }
  }

  @Test
  void everyConsistencyIsAsDefinedAndChecks() throws IOException {
    for (int later = 1; later <= LARGEST; later++) {
      Hash laterRoot = Hash.of(Oracle.root(entries(later)));
      for (int earlier = 1; earlier <= later; earlier++) {
        Hash earlierRoot = Hash.of(Oracle.root(entries(earlier)));
        List<Hash> proof = tree(later).consistency(earlier);
        assertThat(proof).isEqualTo(hashes(Oracle.proof(earlier, entries(later))));
        assertThat(ProofCheck.consistent(earlier, earlierRoot, later, laterRoot, proof)).isTrue();
        Hash wrong = new TreeHasher().leaf(new byte[] {1});
        assertThat(ProofCheck.consistent(earlier, wrong, later, laterRoot, proof)).isFalse();
        assertThat(ProofCheck.consistent(earlier, earlierRoot, later, wrong, proof)).isFalse();
        var longer = new ArrayList<>(proof);
        longer.add(wrong);
        assertThat(ProofCheck.consistent(earlier, earlierRoot, later, laterRoot, longer)).isFalse();
        for (int i = 0; i < proof.size(); i++) {
          var other = new ArrayList<>(proof);
          other.set(i, wrong);
          assertThat(ProofCheck.consistent(earlier, earlierRoot, later, laterRoot, other))
              .isFalse();
          other.remove(i);
          assertThat(ProofCheck.consistent(earlier, earlierRoot, later, laterRoot, other))
              .isFalse();
        }
      }
    }
  }

  @Test
  void theEmptyTreeIsTheBeginningOfAll() throws IOException {
    Hash empty = tree(0).root();
    Hash root = tree(3).root();
    assertThat(tree(3).consistency(0)).isEmpty();
    assertThat(ProofCheck.consistent(0, empty, 3, root, List.of())).isTrue();
    assertThat(ProofCheck.consistent(0, root, 3, root, List.of())).isFalse();
    assertThat(ProofCheck.consistent(0, empty, 3, root, List.of(root))).isFalse();
    assertThat(ProofCheck.consistent(0, empty, 0, empty, List.of())).isTrue();
    assertThat(ProofCheck.consistent(3, root, 3, root, List.of(root))).isFalse();
    assertThat(ProofCheck.consistent(4, root, 3, root, List.of())).isFalse();
    assertThat(ProofCheck.consistent(-1, root, 3, root, List.of())).isFalse();
  }

  @Test
  void whatIsNotInTheTreeHasNoProof() {
    assertThatThrownBy(() -> tree(3).inclusion(3)).hasMessageContaining("no entry 3");
    assertThatThrownBy(() -> tree(3).inclusion(-1)).hasMessageContaining("no entry -1");
    assertThatThrownBy(() -> tree(3).consistency(4)).hasMessageContaining("no beginning of 4");
    assertThatThrownBy(() -> tree(3).consistency(-1)).hasMessageContaining("no beginning of -1");
    assertThatThrownBy(() -> new MerkleTree(new MemoryNodes(List.of()), -1))
        .hasMessageContaining("-1");
    assertThat(ProofCheck.root(new TreeHasher().empty(), 3, 3, List.of())).isEmpty();
    assertThat(ProofCheck.root(new TreeHasher().empty(), -1, 3, List.of())).isEmpty();
  }

  @Test
  void hashesAreReadAsTheyAreWritten() {
    Hash hash = new TreeHasher().empty();
    assertThat(Hash.ofBase64(hash.base64())).contains(hash);
    assertThat(hash).hasSameHashCodeAs(Hash.of(hash.bytes())).isNotEqualTo(hash.toString());
    assertThat(Hash.ofBase64("")).isEmpty();
    assertThat(Hash.ofBase64("*".repeat(44))).isEmpty();
    // The same bytes, written with a last character that another decoder would let pass.
    assertThat(Hash.ofBase64(hash.base64().replace("uFU=", "uFV="))).isEmpty();
    assertThat(Hash.ofBase64("A".repeat(44))).isEmpty();
    assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessageContaining("31");
    assertThatThrownBy(() -> new TreeHasher().perfect(new byte[96], 0, 3))
        .hasMessageContaining("3 leaves");
  }
}
