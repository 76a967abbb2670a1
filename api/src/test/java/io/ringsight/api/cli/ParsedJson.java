package io.ringsight.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A JSON file, read for a test: JSON is YAML. */
record ParsedJson(Object root) {
    static ParsedJson read(Path file) throws IOException {
        return new ParsedJson(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    }

    /** What stands there, or null when there is a null. */
    @Nullable
    Object at(String... path) {
        Object at = root;
        for (String step : path) {
            if (!(at instanceof Map<?, ?> map) || !map.containsKey(step)) {
                throw new AssertionError("There is no " + String.join("/", path) + ".");
            }
            at = map.get(step);
        }
        return at;
    }

    Map<?, ?> map(String... path) {
        return at(path) instanceof Map<?, ?> map ? map : Map.of();
    }

    double number(String... path) {
        if (at(path) instanceof Number number) {
            return number.doubleValue();
        }
        throw new AssertionError(String.join("/", path) + " is no number.");
    }
}
