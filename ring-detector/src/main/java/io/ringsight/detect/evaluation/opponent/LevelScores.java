package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Weighs two accounts by the levels of their fields. Where a field is equal, its u is the frequency of the value that they have in
 * common. Not thread-safe.
 */
final class LevelScores implements PairScores {
    private final LevelFields fields;
    private final LevelComparison comparison;
    private final MatchModel model;

    LevelScores(LevelFields fields, LevelComparison comparison, MatchModel model) {
        this.fields = fields;
        this.comparison = comparison;
        this.model = model;
    }

    @Override
    public double bits(int a, int b) {
        comparison.compare(a, b);
        double bits = LogOdds.bits(model.match());
        for (int field = 0; field < fields.count(); field++) {
            bits += bits(field);
        }
        return bits;
    }

    /** Of the last comparison. */
    private double bits(int field) {
        return comparison.levels()[field] == PatternCounts.EXACT
                ? LogOdds.log2(model.m()[field][PatternCounts.EXACT] / comparison.frequency(field))
                : model.bits(comparison.levels(), field);
    }

    @Override
    public List<Evidence> evidence(int a, int b) {
        comparison.compare(a, b);
        var evidence = new ArrayList<Evidence>();
        for (int field = 0; field < fields.count(); field++) {
            byte level = comparison.levels()[field];
            if (level != PatternCounts.MISSING) {
                String name = fields.names().get(field);
                evidence.add(new Evidence(word(level) + name.toUpperCase(Locale.ROOT), bits(field), name));
            }
        }
        evidence.sort(STRONGEST_FIRST);
        return evidence;
    }

    private static String word(byte level) {
        return switch (level) {
            case PatternCounts.EXACT -> "SHARED_";
            case PatternCounts.DIFFERENT -> "DIFFERENT_";
            default -> "NEAR_";
        };
    }
}
