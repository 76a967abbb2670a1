package io.ringsight.ingest.source;

import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the configuration file says about ingest.
 *
 * @param types the built-in identifier types and the configured ones
 * @param vault whether normal forms are kept, encrypted
 */
public record IngestConfiguration(IdentifierTypes types, boolean vault) {

    /** The identifier types of the file, or the built-in ones. */
    public static IdentifierTypes load(Optional<Path> file) {
        return read(file).types();
    }

    /** Everything the file says, or what holds without one: the built-in types, the vault on. */
    public static IngestConfiguration read(Optional<Path> file) {
        if (file.isEmpty()) {
            return new IngestConfiguration(IdentifierTypes.builtIn(), true);
        }
        throw new UnsupportedOperationException("not yet");
    }
}
