package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.stages.LifeCycle;
import eu.trama.city.algorithms.stages.ProtocolReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/// The protocol, read once; a fault in it stops the server.
@Configuration(proxyBeanMethods = false)
class RegisterSetup {

  @Bean
  LifeCycle lifeCycle() throws IOException {
    return new LifeCycle(
        ProtocolReader.read(
            new ClassPathResource("packs/rights/protocol.yaml")
                .getContentAsString(StandardCharsets.UTF_8)));
  }
}
