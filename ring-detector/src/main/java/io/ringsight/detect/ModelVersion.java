package io.ringsight.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.zip.CRC32;

/** Names the rules of evidence and risk, and what is assumed by configuration in place of theirs. */
final class ModelVersion {
    /** Changes when the same snapshot would get other results. */
    static final String RULES = "rules-2";

    private ModelVersion() {}

    /** The rules alone, or such as {@code rules-2+priors-1a2b3c4d}: other assumptions, other name. */
    static String of(List<String> typePriors) {
        if (typePriors.isEmpty()) {
            return RULES;
        }
        var sum = new CRC32();
        sum.update(String.join("\n", typePriors).getBytes(UTF_8));
        return "%s+priors-%08x".formatted(RULES, sum.getValue());
    }
}
