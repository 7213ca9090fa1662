package eu.trama.city.web.security;

import eu.trama.city.web.RequestKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often one address or person may ask, as `requests/seconds`, and how many of them are
/// remembered. In the environment: `TRAMA_RATES_READ` and so on.
@ConfigurationProperties("trama.rates")
record RateSettings(
    @DefaultValue("3000/30") String read,
    @DefaultValue("120/60") String write,
    @DefaultValue("30/60") String compute,
    @DefaultValue("120/60") String signIn,
    @DefaultValue("20000") int callers) {

  Allowance of(RequestKind kind) {
    return Allowance.valueOf(
        switch (kind) {
          case READ -> read;
          case WRITE -> write;
          case COMPUTE -> compute;
          case SIGN_IN -> signIn;
        });
  }
}
