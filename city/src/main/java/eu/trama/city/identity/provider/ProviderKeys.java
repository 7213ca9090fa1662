package eu.trama.city.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The key with which the built-in provider signs. The first server of a store that needs it makes
/// it; the others, and later starts, find it there.
@Component
class ProviderKeys {

  private static final int BITS = 2048;
  private static final String ONLY = "signing";

  private final JdbcClient jdbc;
  private final Clock clock;

  ProviderKeys(DataSource source, Clock clock) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
  }

  JWKSet keys() {
    var found = stored();
    if (found.isEmpty()) {
      jdbc.sql(
              "insert into identity.provider_key (id, jwk, made_at) values (?, ?, ?) on conflict do nothing")
          .params(ONLY, draw().toJSONString(), clock.instant().atOffset(ZoneOffset.UTC))
          .update();
      found = stored(); // Another server may have been first.
    }
    try {
      return new JWKSet(RSAKey.parse(found.orElseThrow()));
    } catch (ParseException e) {
      throw new IllegalStateException("the built-in provider's key cannot be read", e);
    }
  }

  private java.util.Optional<String> stored() {
    return jdbc.sql("select jwk from identity.provider_key where id = ?")
        .param(ONLY)
        .query(String.class)
        .optional();
  }

  private static RSAKey draw() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }
}
