package eu.trama.city.twin.pages;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole server with the packs of both cities, one for all tests that carry this. It may look
/// at servers of this machine, itself among them.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "trama.federation.private-hosts=true")
@ContextConfiguration(initializers = TestStore.class)
@Import({ShownPages.class, TwinRuns.class})
@interface TwinSite {}
