package eu.trama.city.twin.federation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this server deals with others.
///
/// @param privateHosts whether a peer may have a private or loopback address. Not so by default:
///   whoever may add a peer could otherwise make this server ask the machines behind it
/// @param privateReferences likewise for what visitors refer to in requests, whoever they are
/// @param patience how long a page waits for a peer
/// @param rest how long a peer that failed is not asked again
/// @param fresh how long what a peer told of itself is taken as it is
@ConfigurationProperties("trama.federation")
record FederationSettings(
    @DefaultValue("false") boolean privateHosts,
    @DefaultValue("false") boolean privateReferences,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("30s") Duration rest,
    @DefaultValue("60s") Duration fresh) {}
