package eu.trama.city.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A problem document of RFC 9457.
///
/// @param incident extension member: number of the log entry, for faults of ours
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable String incident) {}
