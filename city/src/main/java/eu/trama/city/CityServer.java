package eu.trama.city;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The Spring application: every municipal system is a package below this one.
@Modulithic(systemName = "Trama")
@SpringBootApplication
public class CityServer {}
