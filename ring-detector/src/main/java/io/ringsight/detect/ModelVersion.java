package io.ringsight.detect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Names the rules of evidence and risk, and what is assumed by configuration in place of theirs. */
public final class ModelVersion {
    /** Changes when the same snapshot would get other results. */
    public static final String RULES = "rules-3";

    private ModelVersion() {}

    /**
     * The rules alone, or such as {@code rules-3+priors-1a2b3c4d+learned}: other assumptions, or labels that taught, other name.
     *
     * @param learned names what labels taught; empty for nothing
     */
    static String of(List<String> typePriors, String learned) {
        return RULES + priors(typePriors) + (learned.isEmpty() ? "" : "+" + learned);
    }

    /** Id of the registered model that such a name names; empty where labels of the run taught, or none. */
    public static Optional<String> registered(String modelVersion) {
        String last = modelVersion.substring(modelVersion.lastIndexOf('+') + 1);
        return last.startsWith("M-") ? Optional.of(last) : Optional.empty();
    }

    private static String priors(List<String> typePriors) {
        if (typePriors.isEmpty()) {
            return "";
        }
        var sum = new CRC32();
        sum.update(String.join("\n", typePriors).getBytes(UTF_8));
        return "+priors-%08x".formatted(sum.getValue());
    }
}
