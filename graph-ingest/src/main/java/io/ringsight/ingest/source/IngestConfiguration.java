package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierTypes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

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
        Map<?, ?> root = mapping(yaml(file), file + " must hold a mapping.");
        IdentifierTypes types = IdentifierTypes.builtIn();
        boolean vault = true;
        for (var entry : root.entrySet()) {
            switch (String.valueOf(entry.getKey())) {
                case TYPES -> types = new IdentifierTypesSection(file, types).read(entry.getValue());
                case VAULT -> vault = onOff(file, entry.getValue());
                default ->
                    throw wrong(
                            file + " has a key " + entry.getKey() + " that is not known.",
                            "Maybe " + TYPES + " or " + VAULT + " was meant.");
            }
        }
        return new IngestConfiguration(types, vault);
    }

    private static @Nullable Object yaml(Path file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(options)).load(reader);
        } catch (NoSuchFileException _) {
            throw wrong("There is no configuration file " + file + ".", "Maybe the path is mistyped or relative.");
        } catch (IOException e) {
            throw wrong(file + " cannot be read.", "Maybe it is a folder, or not UTF-8, or its permissions forbid it.");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            String line = mark == null ? "" : " from line " + (mark.getLine() + 1);
            throw wrong(
                    file + " is not valid YAML" + line + ".", "Maybe a key stands there twice or the indent is off.");
        } catch (YAMLException _) {
            throw wrong(file + " is not valid YAML.", "Maybe it is another file.");
        }
    }

    private static boolean onOff(Path file, @Nullable Object value) {
        if (value instanceof Boolean on) {
            return on;
        }
        throw wrong(VAULT + " in " + file + " is '" + value + "'.", "Maybe on or off was meant.");
    }

    /** A mapping, empty where nothing stands. */
    static Map<?, ?> mapping(@Nullable Object value, String otherwise) {
        return switch (value) {
            case Map<?, ?> map -> map;
            case null -> Map.of();
            default -> throw wrong(otherwise, "Maybe a colon or an indent is missing.");
        };
    }

    static RingsightException wrong(String message, String hint) {
        return new RingsightException(ErrorCode.CONFIGURATION, message, hint);
    }
}
