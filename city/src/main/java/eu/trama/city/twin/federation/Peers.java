package eu.trama.city.twin.federation;

import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The servers that each city looks at.
@Service
public class Peers {

  private static final int ID_BYTES = 6;
  private static final int MOST = 30;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final OfferReader reader;
  private final FederationSettings settings;
  private final SecureRandom random = new SecureRandom();

  Peers(DataSource source, Clock clock, OfferReader reader, FederationSettings settings) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.reader = reader;
    this.settings = settings;
  }

  /// What a peer told of itself, and when.
  record Told(Offer offer, Instant at) {}

  public List<Peer> of(String city) {
    return jdbc.sql("select * from twin.peer where city = ? order by title, id")
        .param(city)
        .query((row, n) -> read(row))
        .list();
  }

  Optional<Peer> find(String city, String id) {
    return jdbc.sql("select * from twin.peer where city = ? and id = ?")
        .params(city, id)
        .query((row, n) -> read(row))
        .optional();
  }

  /// Adds a server by the address of its landing page, which must answer now.
  ///
  /// @return its id
  /// @throws BadInput when the address is none, does not answer, or is there already
  @Needs({Role.PLANNER, Role.OPERATOR})
  public String add(String city, String typed) throws InterruptedException {
    try {
      URI address = PeerAddress.read(typed);
      refuseMany(city);
      Offer offer = reader.read(address, settings.patience());
      return insert(city, address, offer);
    } catch (PeerFault e) {
      String code = "peer-" + e.fault().key();
      throw new BadInput(Finding.error(code, "request", 0, "address", typed, advice(e.fault())));
    }
  }

  private static String advice(Fault fault) {
    return switch (fault) {
      case SLOW, UNREACHABLE -> "It does not answer now. Check the address, or try again later.";
      case REFUSED -> "It answers with a refusal. Give the address of its landing page.";
      case UNCLEAR ->
          "It is no OGC API. Give the address of its landing page, such as "
              + "https://twin.example.org/ogc/bologna.";
      case LARGE -> "Its answer is too large to be taken.";
      case FORBIDDEN -> "Give a public address that begins with https:// or http://.";
    };
  }

  private void refuseMany(String city) {
    if (of(city).size() >= MOST) {
      throw new BadInput(
          Finding.error(
              "peers-many", "request", 0, "address", "", "Remove one of the " + MOST + " first."));
    }
  }

  private String insert(String city, URI address, Offer offer) {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String title = offer.title().isEmpty() ? address.getHost() : offer.title();
    jdbc.sql(
            """
            insert into twin.peer (id, city, address, title, added_at, told, told_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?) on conflict (city, address) do nothing
            """)
        .params(
            HexFormat.of().formatHex(bytes),
            city,
            address.toString(),
            title,
            at(clock.instant()),
            Json.write(offer),
            at(clock.instant()))
        .update();
    return jdbc.sql("select id from twin.peer where city = ? and address = ?")
        .params(city, address.toString())
        .query(String.class)
        .single();
  }

  /// Forgets a server. What was computed with it stays until then unreachable.
  @Needs({Role.PLANNER, Role.OPERATOR})
  public boolean remove(String city, String id) {
    return jdbc.sql("delete from twin.peer where city = ? and id = ?").params(city, id).update()
        > 0;
  }

  Optional<Told> told(Peer peer) {
    return jdbc.sql("select told, told_at from twin.peer where id = ? and told is not null")
        .param(peer.id())
        .query((row, n) ->
            new Told(
                Json.mapper().readValue(row.getString("told"), Offer.class),
                row.getObject("told_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  void remember(Peer peer, Offer offer) {
    jdbc.sql("update twin.peer set told = ?::jsonb, told_at = ? where id = ?")
        .params(Json.write(offer), at(clock.instant()), peer.id())
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Peer read(ResultSet row) throws SQLException {
    return new Peer(
        row.getString("id"),
        row.getString("city"),
        URI.create(row.getString("address")),
        row.getString("title"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
