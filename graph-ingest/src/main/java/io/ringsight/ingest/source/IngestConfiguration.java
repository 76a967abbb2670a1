package io.ringsight.ingest.source;

import static io.ringsight.ingest.source.YamlFile.mapping;
import static io.ringsight.ingest.source.YamlFile.wrong;

import io.ringsight.ingest.record.IdentifierTypes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration file (YAML) says about ingest:
 *
 * <pre>
 * identifier-types:
 *   loyalty_card: {kind: exact}        # exact, text, bits, serial
 *   voice: {kind: bits, bits: 512}     # length of a bit hash, 256 unless given; biometric may be repeated to change it
 *   employer:                          # what is assumed of a type, also of a built-in one; see SharingPrior
 *     kind: text
 *     prior: {operated: 0.3, related: 0.2, strangers: 0.0001}
 * vault: on                            # whether normal forms are kept, encrypted
 * </pre>
 *
 * @param types the built-in identifier types and the configured ones
 * @param vault whether normal forms are kept, encrypted
 */
public record IngestConfiguration(IdentifierTypes types, boolean vault) {
    static final String TYPES = "identifier-types";
    private static final String VAULT = "vault";
    private static final String DECISION_LOG = "decision-log"; // which the service reads

    /** The identifier types of the file, or the built-in ones. */
    public static IdentifierTypes load(Optional<Path> file) {
        return read(file).types();
    }

    /** Everything the file says, or what holds without one: the built-in types, the vault on. */
    public static IngestConfiguration read(Optional<Path> file) {
        return file.map(IngestConfiguration::parse)
                .orElseGet(() -> new IngestConfiguration(IdentifierTypes.builtIn(), true));
    }

    private static IngestConfiguration parse(Path file) {
        Map<?, ?> root = mapping(YamlFile.read(file, "configuration file"), file + " must hold a mapping.");
        IdentifierTypes types = IdentifierTypes.builtIn();
        boolean vault = true;
        for (var entry : root.entrySet()) {
            switch (String.valueOf(entry.getKey())) {
                case TYPES -> types = new IdentifierTypesSection(file, types).read(entry.getValue());
                case VAULT -> vault = onOff(file, entry.getValue());
                case DECISION_LOG -> {}
                default ->
                    throw wrong(
                            file + " has a key " + entry.getKey() + " that is not known.",
                            "Maybe " + TYPES + ", " + VAULT + " or " + DECISION_LOG + " was meant.");
            }
        }
        return new IngestConfiguration(types, vault);
    }

    private static boolean onOff(Path file, @Nullable Object value) {
        if (value instanceof Boolean on) {
            return on;
        }
        throw wrong(VAULT + " in " + file + " is '" + value + "'.", "Maybe on or off was meant.");
    }
}
