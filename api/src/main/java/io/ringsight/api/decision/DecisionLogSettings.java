package io.ringsight.api.decision;

import static io.ringsight.ingest.source.YamlFile.mapping;
import static io.ringsight.ingest.source.YamlFile.wrong;

import io.ringsight.ingest.source.YamlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration file says about the decision log: {@code decision-log: {retention-days: 90}}.
 *
 * @param retentionDays how many days the checks of a day are kept after it
 */
record DecisionLogSettings(int retentionDays) {
    private static final String SECTION = "decision-log";
    private static final String RETENTION = "retention-days";
    private static final int MOST = 36_500;
    private static final DecisionLogSettings DEFAULT = new DecisionLogSettings(90);

    static DecisionLogSettings read(Optional<Path> configuration) {
        return configuration.map(DecisionLogSettings::parse).orElse(DEFAULT);
    }

    private static DecisionLogSettings parse(Path file) {
        Map<?, ?> root = mapping(YamlFile.read(file, "configuration file"), file + " must hold a mapping.");
        Map<?, ?> section = mapping(root.get(SECTION), SECTION + " in " + file + " must be a mapping.");
        for (Object key : section.keySet()) {
            if (!RETENTION.equals(key)) {
                throw wrong(
                        SECTION + " in " + file + " has a key " + key + " that is not known.",
                        "Maybe " + RETENTION + " was meant.");
            }
        }
        if (!section.containsKey(RETENTION)) {
            return DEFAULT;
        }
        if (section.get(RETENTION) instanceof Integer days && days >= 1 && days <= MOST) {
            return new DecisionLogSettings(days);
        }
        throw wrong(
                SECTION + "." + RETENTION + " in " + file + " is '" + section.get(RETENTION) + "'.",
                "Maybe a whole number of days was meant, 1 to " + MOST + ".");
    }
}
