package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a good fraud engineer would put into a table about every account, without labels: the account, its identifiers, its
 * neighbours, its components, and core columns averaged and maximised over neighbours one and two steps away. J. Tang et al.:
 * GADBench, NeurIPS 2023, arXiv 2306.12251, found that boosted trees over such aggregates beat graph networks. Nothing says
 * how old an account is at the time of the snapshot, since that differs between training and judging: of what an account
 * does itself only its first {@link #FIRST_DAYS} days count.
 */
public final class AccountAggregates {
    private static final int[] COMPONENT_SIZES = {3, 10, 50};
    private static final int[] COMPONENTS = {5, 20};
    private static final int HOURS = 24;

    /** What an account did later says more the longer one waits: labelled accounts are old, those to judge often young. */
    static final int FIRST_DAYS = 7;

    private AccountAggregates() {}

    /** Near-linear in sightings and pairs; the same snapshot gives the same table. */
    public static FeatureTable of(IdentityGraph graph) {
        return of(graph, Neighbours.of(graph));
    }

    static FeatureTable of(IdentityGraph graph, Neighbours neighbours) {
        var table = new FeatureTable.Builder(graph.accountCount());
        account(graph, table);
        attributes(graph, table);
        IdentifierColumns.fill(graph, table);
        NeighbourColumns.fill(graph, neighbours, table);
        for (int cap : COMPONENT_SIZES) {
            ComponentColumns.size(graph, cap, table);
        }
        for (int cap : COMPONENTS) {
            ComponentColumns.all(graph, cap, table);
        }
        FeatureTable own = table.build();
        return own.with(around(own, core(graph), neighbours));
    }

    private static void account(IdentityGraph graph, FeatureTable.Builder table) {
        float[] exposure = table.unknown("exposure_log");
        float[] hour = table.column("created_hour");
        float[] sightings = table.column("sightings_log");
        float[] identifiers = table.column("identifiers");
        float[] types = table.column("types");
        float[] late = table.column("last_sighting_days_log");
        for (int account = 0; account < graph.accountCount(); account++) {
            if (!Double.isNaN(graph.exposure(account))) {
                exposure[account] = (float) Math.log1p(Math.max(0, graph.exposure(account)));
            }
            long created = graph.createdAt(account);
            hour[account] = Math.floorMod(created, (long) Opponents.DAY) / (float) (Opponents.DAY / HOURS);
            int from = graph.firstSighting(account);
            int to = graph.firstSighting(account + 1);
            long end = created + (long) (FIRST_DAYS * Opponents.DAY);
            int counted = 0;
            int previous = -1;
            long seen = 0;
            long newest = created;
            for (int s = from; s < to; s++) {
                if (graph.seenAt(s) > end) {
                    continue;
                }
                counted++;
                newest = Math.max(newest, graph.seenAt(s));
                if (graph.identifierOf(s) != previous) {
                    previous = graph.identifierOf(s);
                    identifiers[account]++;
                    seen |= 1L << graph.identifierType(previous);
                }
            }
            sightings[account] = (float) Math.log1p(counted);
            types[account] = Long.bitCount(seen);
            late[account] = (float) Math.log1p((newest - created) / Opponents.DAY);
        }
    }

    /** How common the account's names and birth date are. */
    private static void attributes(IdentityGraph graph, FeatureTable.Builder table) {
        for (AccountAttribute attribute : AccountAttribute.values()) {
            int[] count = new int[graph.attributeValues(attribute)];
            for (int account = 0; account < graph.accountCount(); account++) {
                int value = graph.attribute(attribute, account);
                if (value >= 0) {
                    count[value]++;
                }
            }
            float[] column = table.unknown(attribute.name().toLowerCase(Locale.ROOT) + "_accounts_log");
            for (int account = 0; account < column.length; account++) {
                int value = graph.attribute(attribute, account);
                if (value >= 0) {
                    column[account] = (float) Math.log(count[value]);
                }
            }
        }
    }

    /** The columns that are worth knowing of neighbours too. */
    private static List<String> core(IdentityGraph graph) {
        var core = new ArrayList<>(List.of(
                "exposure_log",
                "created_hour",
                "identifiers",
                "types",
                "types_shared",
                "most_types_shared",
                "neighbours",
                "neighbours_weight",
                "neighbours_by_two_types",
                "nearest_created_days_log",
                "neighbours_within_7_days",
                "component_5_size_log",
                "component_20_size_log"));
        for (IdentifierType type : graph.types().all()) {
            core.add(type.name() + "_count");
            core.add(type.name() + "_accounts_log");
            core.add(type.name() + "_created_within_7_days");
        }
        return core;
    }

    private static FeatureTable around(FeatureTable own, List<String> core, Neighbours neighbours) {
        var names = new ArrayList<String>();
        var columns = new ArrayList<float[]>();
        for (String name : core) {
            float[] values = own.column(name);
            float[] mean = neighbours.mean(values);
            names.addAll(List.of("mean_1_" + name, "most_1_" + name, "mean_2_" + name));
            columns.addAll(List.of(mean, neighbours.most(values), neighbours.mean(mean)));
        }
        return new FeatureTable(names, columns.toArray(float[][]::new));
    }
}
