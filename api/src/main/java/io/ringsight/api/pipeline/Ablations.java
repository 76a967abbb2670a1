package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evidence.Ablation;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The product without a kind of evidence each, by the words of the command line. */
public final class Ablations {
    private Ablations() {}

    /**
     * @param words {@code all}, or kinds of evidence: {@code rarity}, {@code time}
     * @throws RingsightException USAGE when one is no kind of evidence
     */
    public static Set<Ablation> named(List<String> words) {
        Set<Ablation> named = EnumSet.noneOf(Ablation.class);
        for (String word : words) {
            if (word.equals("all")) {
                named.addAll(EnumSet.allOf(Ablation.class));
            } else {
                named.add(Arrays.stream(Ablation.values())
                        .filter(ablation -> word(ablation).equals(word))
                        .findFirst()
                        .orElseThrow(() -> unknown(word)));
            }
        }
        return named;
    }

    /**
     * One a kind, in their usual order.
     *
     * @param without how the product is told to do without it
     */
    public static List<ProductVariant> variants(
            Set<Ablation> ablations, BiFunction<DetectionParameters, Ablation, DetectionParameters> without) {
        return ablations.stream()
                .sorted()
                .map(ablation -> new ProductVariant(
                        "ringsight-no-" + word(ablation), without.apply(DetectionParameters.defaults(), ablation)))
                .toList();
    }

    private static String word(Ablation ablation) {
        return ablation.name().toLowerCase(Locale.ROOT);
    }

    private static RingsightException unknown(String word) {
        String words = Arrays.stream(Ablation.values()).map(Ablations::word).collect(Collectors.joining(", "));
        return new RingsightException(
                ErrorCode.USAGE,
                "There is no kind of evidence '" + word + "'.",
                "Maybe one of these was meant: all, " + words + ".");
    }
}
