package eu.trama.city.persons;

import java.nio.file.Path;

/// @param keyFile where the master keys lie
/// @param shared whether `TRAMA_PERSONS_KEY_FILE` names it: then it is never drawn here
record PersonsSettings(Path keyFile, boolean shared) {}
