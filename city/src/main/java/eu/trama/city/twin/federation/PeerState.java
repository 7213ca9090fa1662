package eu.trama.city.twin.federation;

import java.util.Optional;

/// A peer as a page can show it now.
///
/// @param told what it offers, as it said now or last
/// @param fault why it did not say so now; empty when it did
record PeerState(Peer peer, Optional<Peers.Told> told, Optional<Fault> fault) {}
