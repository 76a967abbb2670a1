package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML that people write: plain values alone, no key twice. Whatever is wrong is a {@link ErrorCode#CONFIGURATION} that names the file. */
public final class YamlFile {
    private YamlFile() {}

    /** @param kind what the file is, for messages: {@code configuration file} */
    public static @Nullable Object read(Path file, String kind) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return parse(reader, file.toString());
        } catch (NoSuchFileException _) {
            throw wrong("There is no " + kind + " " + file + ".", "Maybe the path is mistyped or relative.");
        } catch (IOException _) {
            throw unreadable(file.toString());
        }
    }

    /** @param name what messages call it */
    public static @Nullable Object parse(Reader text, String name) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            String line = mark == null ? "" : " from line " + (mark.getLine() + 1);
            throw wrong(
                    name + " is not valid YAML" + line + ".", "Maybe a key stands there twice or the indent is off.");
        } catch (YAMLException e) {
            if (e.getCause() instanceof IOException) {
                throw unreadable(name);
            }
            throw wrong(name + " is not valid YAML.", "Maybe it is another file.");
        }
    }

    /** A mapping, empty where nothing stands. */
    public static Map<?, ?> mapping(@Nullable Object value, String otherwise) {
        return switch (value) {
            case Map<?, ?> map -> map;
            case null -> Map.of();
            default -> throw wrong(otherwise, "Maybe a colon or an indent is missing.");
        };
    }

    public static RingsightException wrong(String message, String hint) {
        return new RingsightException(ErrorCode.CONFIGURATION, message, hint);
    }

    private static RingsightException unreadable(String name) {
        return wrong(name + " cannot be read.", "Maybe it is a folder, or not UTF-8, or its permissions forbid it.");
    }
}
