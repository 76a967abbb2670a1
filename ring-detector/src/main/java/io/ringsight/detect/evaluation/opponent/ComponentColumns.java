package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.cluster.IdentityComponents;
import io.ringsight.detect.cluster.Partition;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.Locale;

/**
 * Of the component that an account is in, over identifiers of at most so many accounts: its size, how many different
 * identifiers and attributes an account of it has on average (hands that hold many accounts reuse them), how long it took to
 * grow, what is at stake.
 */
final class ComponentColumns {

    private final IdentityGraph graph;
    private final Partition partition;
    private final int cap;
    private final float[] size; // float[components]
    private final FeatureTable.Builder table;

    private ComponentColumns(IdentityGraph graph, int cap, FeatureTable.Builder table) {
        this.graph = graph;
        this.partition = IdentityComponents.of(graph, cap);
        this.cap = cap;
        this.size = new float[partition.groupCount()];
        this.table = table;
        for (int component : partition.group()) {
            size[component]++;
        }
    }

    /** The size alone. */
    static void size(IdentityGraph graph, int cap, FeatureTable.Builder table) {
        new ComponentColumns(graph, cap, table).size();
    }

    static void all(IdentityGraph graph, int cap, FeatureTable.Builder table) {
        var columns = new ComponentColumns(graph, cap, table);
        columns.size();
        columns.identifiers();
        columns.attributes();
        columns.times();
        columns.exposure();
    }

    private void size() {
        float[] log = new float[size.length];
        for (int c = 0; c < log.length; c++) {
            log[c] = (float) Math.log(size[c]);
        }
        spread("size_log", log);
    }

    private void identifiers() {
        var types = graph.types().all();
        float[][] distinct = new float[types.size()][size.length];
        float[] shared = new float[size.length];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int degree = graph.degree(identifier);
            if (degree > 0 && degree <= cap) {
                int component = partition.group()[graph.accountOf(graph.firstUse(identifier))];
                distinct[graph.identifierType(identifier)][component] += 1 / size[component];
                shared[component] += degree > 1 ? 1 / size[component] : 0;
            }
        }
        for (int type = 0; type < types.size(); type++) {
            spread("distinct_" + types.get(type).name(), distinct[type]);
        }
        spread("shared_identifiers", shared);
    }

    private void attributes() {
        for (AccountAttribute attribute : AccountAttribute.values()) {
            long[] values = new long[graph.accountCount()];
            int count = 0;
            for (int account = 0; account < values.length; account++) {
                int value = graph.attribute(attribute, account);
                if (value >= 0) {
                    values[count++] = (long) partition.group()[account] << 32 | value;
                }
            }
            LongArrays.radixSort(values, 0, count);
            float[] distinct = new float[size.length];
            for (int i = 0; i < count; i++) {
                if (i == 0 || values[i] != values[i - 1]) {
                    int component = (int) (values[i] >>> 32);
                    distinct[component] += 1 / size[component];
                }
            }
            spread("distinct_" + attribute.name().toLowerCase(Locale.ROOT), distinct);
        }
    }

    private void times() {
        long[] first = new long[size.length];
        long[] last = new long[size.length];
        Arrays.fill(first, Long.MAX_VALUE);
        Arrays.fill(last, Long.MIN_VALUE);
        for (int account = 0; account < graph.accountCount(); account++) {
            int component = partition.group()[account];
            first[component] = Math.min(first[component], graph.createdAt(account));
            last[component] = Math.max(last[component], graph.createdAt(account));
        }
        float[] span = new float[size.length];
        float[] pace = new float[size.length];
        for (int c = 0; c < span.length; c++) {
            double days = (last[c] - first[c]) / Opponents.DAY;
            span[c] = (float) Math.log1p(days);
            pace[c] = (float) ((size[c] - 1) / (1 + days));
        }
        spread("span_days_log", span);
        spread("accounts_a_day", pace);
    }

    private void exposure() {
        double[] sum = new double[size.length];
        float[] known = new float[size.length];
        for (int account = 0; account < graph.accountCount(); account++) {
            double exposure = graph.exposure(account);
            if (!Double.isNaN(exposure)) {
                sum[partition.group()[account]] += Math.log1p(Math.max(0, exposure));
                known[partition.group()[account]]++;
            }
        }
        float[] mean = new float[size.length];
        for (int c = 0; c < mean.length; c++) {
            mean[c] = known[c] > 0 ? (float) (sum[c] / known[c]) : Float.NaN;
        }
        spread("mean_exposure_log", mean);
    }

    /** A column of what each account's component says. */
    private void spread(String name, float[] byComponent) {
        float[] column = table.column("component_" + cap + "_" + name);
        for (int account = 0; account < column.length; account++) {
            column[account] = byComponent[partition.group()[account]];
        }
    }
}
