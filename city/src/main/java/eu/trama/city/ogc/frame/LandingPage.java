package eu.trama.city.ogc.frame;

import eu.trama.city.ogc.ApiLink;
import java.util.List;

/// What the landing page shows.
public record LandingPage(String lead, String base, List<ApiLink> links) {}
