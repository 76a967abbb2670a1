package io.ringsight.api.pipeline;

import io.ringsight.gnn.metric.PopulationStability;
import java.util.List;

/**
 * How far accounts have moved between two periods.
 *
 * @param before accounts created until the split
 * @param after accounts created later
 * @param rows the most moved first
 */
public record DriftResult(long split, int before, int after, List<Row> rows, long rejections) {
    public DriftResult {
        rows = List.copyOf(rows);
    }

    /** @param name of a feature, or of a score of the product */
    public record Row(String name, PopulationStability stability) {}

    public long atLevel(PopulationStability.Level level) {
        return rows.stream().filter(row -> row.stability().level() == level).count();
    }
}
