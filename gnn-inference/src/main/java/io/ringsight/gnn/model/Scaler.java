package io.ringsight.gnn.model;

import io.ringsight.gnn.graph.AccountTable;
import java.util.List;

/**
 * Brings columns to mean 0 and deviation 1, learned on the training's accounts; values beyond {@value #MOST} deviations are cut, so
 * that one wild number cannot drown the others.
 *
 * @param mean float[columns]; not copied
 * @param factor float[columns]: 1 / deviation, 0 of a constant column; not copied
 */
public record Scaler(float[] mean, float[] factor) {
    public static final float MOST = 6;

    /** Of all accounts of all tables, which have the same columns. */
    public static Scaler of(List<AccountTable> tables) {
        int width = tables.getFirst().width();
        float[] mean = new float[width];
        float[] factor = new float[width];
        for (int column = 0; column < width; column++) {
            double sum = 0;
            double squares = 0;
            long count = 0;
            for (AccountTable table : tables) {
                for (float value : table.columns().get(column)) {
                    sum += value;
                    squares += (double) value * value;
                    count++;
                }
            }
            double centre = sum / Math.max(1, count);
            double variance = squares / Math.max(1, count) - centre * centre;
            mean[column] = (float) centre;
            factor[column] = variance > 1e-9 ? (float) (1 / Math.sqrt(variance)) : 0;
        }
        return new Scaler(mean, factor);
    }

    /** Scales float32[columns] in place. */
    public void apply(float[] row) {
        for (int column = 0; column < row.length; column++) {
            row[column] = Math.clamp((row[column] - mean[column]) * factor[column], -MOST, MOST);
        }
    }
}
