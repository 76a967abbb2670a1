package io.ringsight.ingest.source;

import static io.ringsight.ingest.source.IngestConfiguration.TYPES;
import static io.ringsight.ingest.source.YamlFile.mapping;
import static io.ringsight.ingest.source.YamlFile.wrong;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Sharers;
import io.ringsight.ingest.record.SharingPrior;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the identifier types of a configuration file. Whatever is wrong is named by file and key. */
final class IdentifierTypesSection {
    private static final String BITS = "bits";
    private static final String KIND = "kind";
    private static final String PRIOR = "prior";

    private final Path file;
    private final IdentifierTypes builtIn;

    IdentifierTypesSection(Path file, IdentifierTypes builtIn) {
        this.file = file;
        this.builtIn = builtIn;
    }

    /** The built-in types and those of the section. */
    IdentifierTypes read(@Nullable Object section) {
        List<IdentifierType> configured = new ArrayList<>();
        mapping(section, at(TYPES) + " must be a mapping.")
                .forEach((name, value) -> configured.add(type(String.valueOf(name), value)));
        try {
            return builtIn.with(configured);
        } catch (IllegalArgumentException e) {
            throw wrong(at(TYPES) + ": " + e.getMessage(), "Maybe choose another name: these are built in: " + names());
        }
    }

    private String names() {
        return builtIn.all().stream().map(IdentifierType::name).collect(Collectors.joining(", ")) + ".";
    }

    private String at(String key) {
        return key + " in " + file;
    }

    private IdentifierType type(String name, @Nullable Object value) {
        String key = TYPES + "." + name;
        Map<?, ?> settings = mapping(value, at(key) + " must be a mapping such as {kind: exact}.");
        Optional<IdentifierKind> kind = builtIn.find(name).map(IdentifierType::kind);
        Optional<Integer> bits = Optional.empty();
        SharingPrior prior = SharingPrior.DEFAULT;
        for (var setting : settings.entrySet()) {
            String word = String.valueOf(setting.getKey());
            String here = key + "." + word;
            switch (word) {
                case KIND -> kind = Optional.of(kind(here, setting.getValue()));
                case BITS -> bits = Optional.of(number(here, setting.getValue()));
                case PRIOR -> prior = prior(here, setting.getValue());
                default ->
                    throw wrong(
                            at(key) + " has a key " + word + " that is not known.",
                            "Maybe " + KIND + ", " + BITS + " or " + PRIOR + " was meant.");
            }
        }
        IdentifierKind found =
                kind.orElseThrow(() -> wrong(at(key) + " has no kind.", "Maybe one of " + kinds() + " was forgotten."));
        return type(key, name, found, bits).with(prior);
    }

    private IdentifierType type(String key, String name, IdentifierKind kind, Optional<Integer> bits) {
        try {
            return bits.isPresent() ? new IdentifierType(name, kind, bits.get()) : new IdentifierType(name, kind);
        } catch (IllegalArgumentException e) {
            throw wrong(at(key) + ": " + e.getMessage(), "Maybe see the example in the documentation.");
        }
    }

    private IdentifierKind kind(String key, @Nullable Object value) {
        return Arrays.stream(IdentifierKind.values())
                .filter(kind -> kind.word().equals(String.valueOf(value)))
                .findFirst()
                .orElseThrow(() -> wrong(at(key) + " is '" + value + "'.", "Maybe one of " + kinds() + " was meant."));
    }

    private static String kinds() {
        return Arrays.stream(IdentifierKind.values()).map(IdentifierKind::word).collect(Collectors.joining(", "));
    }

    private int number(String key, @Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        throw wrong(at(key) + " is '" + value + "'.", "Maybe a whole number was meant, such as 256.");
    }

    private SharingPrior prior(String key, @Nullable Object value) {
        var probabilities = new EnumMap<Sharers, Double>(Sharers.class);
        mapping(value, at(key) + " must be a mapping such as {operated: 0.3}.").forEach((word, probability) -> {
            Sharers sharers = Sharers.ofWord(String.valueOf(word))
                    .orElseThrow(() -> wrong(
                            at(key) + " has a key " + word + " that is not known.",
                            "Maybe one of " + Sharers.words() + " was meant."));
            probabilities.put(sharers, probability(key + "." + word, probability));
        });
        return new SharingPrior(probabilities);
    }

    private double probability(String key, @Nullable Object value) {
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw wrong(
                at(key) + " is '" + value + "', not a probability from 0 to 1.",
                "Maybe it is in per cent: 30 % is 0.3.");
    }
}
