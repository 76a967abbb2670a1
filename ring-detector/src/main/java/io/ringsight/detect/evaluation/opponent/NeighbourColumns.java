package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Locale;

/**
 * Of an account's {@link Neighbours}: through each field how many, and of them how many have its given name, surname and birth
 * date too (as far as they have any); how many share several fields; how far apart in time they were created.
 */
final class NeighbourColumns {
    private static final int[] WITHIN_DAYS = {1, 7, 30};
    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();

    private NeighbourColumns() {}

    static void fill(IdentityGraph graph, Neighbours neighbours, FeatureTable.Builder table) {
        List<String> fields = Fields.names(graph.types());
        int types = fields.size() - ATTRIBUTES.length;
        for (int field = 0; field < fields.size(); field++) {
            float[] through = table.column(fields.get(field) + "_neighbours");
            for (int account = 0; account < through.length; account++) {
                for (int at = neighbours.first(account); at < neighbours.first(account + 1); at++) {
                    through[account] += Fields.agrees(neighbours.pattern()[at], field) ? 1 : 0;
                }
            }
        }
        for (int type = 0; type < types; type++) {
            for (AccountAttribute attribute : ATTRIBUTES) {
                agreement(
                        neighbours,
                        type,
                        types + attribute.ordinal(),
                        table.unknown(
                                fields.get(type) + "_same_" + attribute.name().toLowerCase(Locale.ROOT)));
            }
        }
        several(neighbours, types, table);
        times(graph, neighbours, table);
    }

    /** The share of neighbours through a type that have an equal attribute, of those with any. */
    private static void agreement(Neighbours neighbours, int type, int attribute, float[] column) {
        for (int account = 0; account < column.length; account++) {
            int both = 0;
            int equal = 0;
            for (int at = neighbours.first(account); at < neighbours.first(account + 1); at++) {
                long pattern = neighbours.pattern()[at];
                if (Fields.agrees(pattern, type) && Fields.present(pattern, attribute)) {
                    both++;
                    equal += Fields.agrees(pattern, attribute) ? 1 : 0;
                }
            }
            if (both > 0) {
                column[account] = equal / (float) both;
            }
        }
    }

    private static void several(Neighbours neighbours, int types, FeatureTable.Builder table) {
        long mask = (1L << types) - 1;
        float[] most = table.column("most_types_shared");
        float[] two = table.column("neighbours_by_two_types");
        float[] three = table.column("neighbours_by_three_types");
        float[] anyType = table.column("types_shared");
        float[] all = table.column("neighbours");
        float[] weight = table.column("neighbours_weight");
        float[] strongest = table.column("neighbours_strongest_weight");
        for (int account = 0; account < most.length; account++) {
            long shared = 0;
            all[account] = neighbours.count(account);
            for (int at = neighbours.first(account); at < neighbours.first(account + 1); at++) {
                long agreeing = neighbours.pattern()[at] & mask;
                int count = Long.bitCount(agreeing);
                shared |= agreeing;
                most[account] = Math.max(most[account], count);
                two[account] += count >= 2 ? 1 : 0;
                three[account] += count >= 3 ? 1 : 0;
                weight[account] += neighbours.weight()[at];
                strongest[account] = Math.max(strongest[account], neighbours.weight()[at]);
            }
            anyType[account] = Long.bitCount(shared);
        }
    }

    private static void times(IdentityGraph graph, Neighbours neighbours, FeatureTable.Builder table) {
        float[] nearest = table.unknown("nearest_created_days_log");
        float[] mean = table.unknown("mean_created_days_log");
        float[] earlier = table.unknown("earlier_share");
        var within = new float[WITHIN_DAYS.length][];
        for (int w = 0; w < within.length; w++) {
            within[w] = table.column("neighbours_within_" + WITHIN_DAYS[w] + "_days");
        }
        for (int account = 0; account < nearest.length; account++) {
            double least = Double.POSITIVE_INFINITY;
            double sum = 0;
            double weights = 0;
            int before = 0;
            for (int at = neighbours.first(account); at < neighbours.first(account + 1); at++) {
                long apart =
                        graph.createdAt(account) - graph.createdAt(neighbours.account()[at]);
                double days = Math.abs(apart) / Opponents.DAY;
                least = Math.min(least, days);
                sum += neighbours.weight()[at] * Math.log1p(days);
                weights += neighbours.weight()[at];
                before += apart > 0 ? 1 : 0;
                for (int w = 0; w < within.length; w++) {
                    within[w][account] += days <= WITHIN_DAYS[w] ? 1 : 0;
                }
            }
            if (weights > 0) {
                nearest[account] = (float) Math.log1p(least);
                mean[account] = (float) (sum / weights);
                earlier[account] = before / (float) neighbours.count(account);
            }
        }
    }
}
