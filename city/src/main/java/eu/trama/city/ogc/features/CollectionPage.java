package eu.trama.city.ogc.features;

import eu.trama.city.ogc.ApiLink;
import java.util.List;

/// What the page of one collection shows.
///
/// @param items address of the page of its features
/// @param fields names of its properties with what they mean
/// @param systems coordinate systems in which it can be had
public record CollectionPage(
    String about,
    String count,
    String items,
    List<String> fields,
    List<String> systems,
    List<ApiLink> links) {}
