package eu.trama.city.operations;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What an operator may set of this module.
///
/// @param metricsToken what a program must send as `Authorization: Bearer …` to read the figures
///   from elsewhere than this machine; where it is empty, nobody may
/// @param leastDisk a server whose disk has less room than this is not ready
/// @param proxies addresses of reverse proxies whose word about the visitor's address and scheme is
///   taken; where there are none, no such word is
@ConfigurationProperties("trama.operations")
record Settings(
    @DefaultValue("") String metricsToken,
    @DefaultValue("200MB") DataSize leastDisk,
    @DefaultValue List<String> proxies) {}
