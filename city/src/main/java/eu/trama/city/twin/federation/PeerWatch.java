package eu.trama.city.twin.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks peers what they have, all at once, and waits no longer than a page can. Who has answered is
/// not asked again for a while; who failed neither, so that a dead peer costs its patience once and
/// not on each page.
@Component
class PeerWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PeerWatch.class);
  private static final int MOST = 1_000;

  private final Peers peers;
  private final OfferReader reader;
  private final FederationSettings settings;
  private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
  private final Cache<String, PeerState> answered;
  private final Cache<String, Fault> failed;

  PeerWatch(Peers peers, OfferReader reader, FederationSettings settings) {
    this.peers = peers;
    this.reader = reader;
    this.settings = settings;
    this.answered =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(settings.fresh()).build();
    this.failed = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(settings.rest()).build();
  }

  /// The state of each peer, in their order.
  List<PeerState> look(List<Peer> all) {
    List<CompletableFuture<PeerState>> states =
        all.stream().map(each -> CompletableFuture.supplyAsync(() -> ask(each), asking)).toList();
    long end = System.nanoTime() + settings.patience().toNanos();
    var looked = new ArrayList<PeerState>();
    for (int i = 0; i < all.size(); i++) {
      looked.add(await(all.get(i), states.get(i), end - System.nanoTime()));
    }
    return looked;
  }

  private PeerState await(Peer peer, CompletableFuture<PeerState> state, long nanos) {
    try {
      return state.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // It goes on asking; the next page has what it learns.
      return last(peer, Fault.SLOW);
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking a peer failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return last(peer, Fault.SLOW);
    }
  }

  private PeerState ask(Peer peer) {
    PeerState fresh = answered.getIfPresent(peer.id());
    if (fresh != null) {
      return fresh;
    }
    Fault known = failed.getIfPresent(peer.id());
    if (known != null) {
      return last(peer, known);
    }
    try {
      Offer offer = reader.read(peer.address(), settings.patience());
      peers.remember(peer, offer);
      var state = new PeerState(peer, peers.told(peer), Optional.empty());
      answered.put(peer.id(), state);
      return state;
    } catch (PeerFault e) {
      LOG.info("peer {} cannot be used now: {}", peer.id(), e.getMessage());
      failed.put(peer.id(), e.fault());
      return last(peer, e.fault());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return last(peer, Fault.SLOW);
    }
  }

  private PeerState last(Peer peer, Fault fault) {
    return new PeerState(peer, peers.told(peer), Optional.of(fault));
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
