package io.ringsight.gnn.graph;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a snapshot alone says of an account, without labels. Unknown numbers are 0 and have a column {@code …_missing}.
 *
 * <table>
 * <caption>columns</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>exposure, exposure_missing</td><td>log(1 + money at stake)</td></tr>
 * <tr><td>hour_sine, hour_cosine</td><td>of the time of day at which it was created, UTC</td></tr>
 * <tr><td>sightings, identifiers</td><td>log(1 + how many)</td></tr>
 * <tr><td>relations, relations_shared</td><td>identifier types it uses, and shares with somebody</td></tr>
 * <tr><td>ATTRIBUTE_accounts, ATTRIBUTE_missing</td><td>log(accounts of the same given_name, surname, birth_date)</td></tr>
 * <tr><td>co_users</td><td>log(1 + accounts with which it shares an identifier of at most 64 users)</td></tr>
 * <tr><td>tied, most_ties</td><td>share of those with which it shares two relations or more; most relations shared with one</td></tr>
 * <tr><td>near_1_day, near_7_days, near_30_days</td><td>share of those created that near</td></tr>
 * <tr><td>nearest</td><td>log(1 + days to the creation of the nearest), 7 when there is none</td></tr>
 * <tr><td>kin</td><td>share of those of the same surname</td></tr>
 * <tr><td>TYPE_count, TYPE_shared</td><td>log(1 + its identifiers of the type), those that others use</td></tr>
 * <tr><td>TYPE_others, TYPE_rarity, TYPE_near, TYPE_within, TYPE_unlike, TYPE_kin, TYPE_born, TYPE_tied</td><td>largest, over
 * its pairs of the type, of others, rarity, 1 - distance of a resemblance, within_7_days, unlike, same_surname, same_birth_date,
 * tied of {@link PairFeatures}</td></tr>
 * <tr><td>TYPE_gap</td><td>smallest gap, 2 when nothing is shared</td></tr>
 * </table>
 */
public final class AccountFeatures {
    private static final double[] WINDOWS = {1, 7, 30}; // days
    private static final int[] LARGEST = {
        PairFeatures.OTHERS,
        PairFeatures.RARITY,
        PairFeatures.WITHIN_7_DAYS,
        PairFeatures.UNLIKE,
        PairFeatures.SAME_SURNAME,
        PairFeatures.SAME_BIRTH_DATE,
        PairFeatures.TIED
    };
    private static final String[] LARGEST_NAMES = {"others", "rarity", "within", "unlike", "kin", "born", "tied"};
    private static final List<String> OF_ALL =
            List.of("exposure", "exposure_missing", "hour_sine", "hour_cosine", "sightings");
    private static final List<String> OF_NEIGHBOURS = List.of(
            "identifiers",
            "relations",
            "relations_shared",
            "co_users",
            "tied",
            "most_ties",
            "near_1_day",
            "near_7_days",
            "near_30_days",
            "nearest",
            "kin");
    private static final List<String> OF_RELATIONS = List.of("count", "shared", "near", "gap");
    private static final float NO_GAP = 2;
    private static final float NOBODY_NEAR = 7;

    private AccountFeatures() {}

    /** Of every account of a snapshot. */
    public static AccountTable of(RelationGraph graph, IdentityGraph snapshot, PairFeatures pairs, Progress progress) {
        List<String> names = names(snapshot.types());
        float[][] columns = new float[names.size()][snapshot.accountCount()];
        float[] row = new float[names.size()];
        var facts = new SnapshotFacts(graph, snapshot, pairs);
        for (int account = 0; account < snapshot.accountCount(); account++) {
            if ((account & 0xffff) == 0) {
                progress.check();
            }
            describe(facts.of(account), row);
            for (int column = 0; column < row.length; column++) {
                columns[column][account] = row[column];
            }
        }
        return new AccountTable(names, Arrays.asList(columns));
    }

    /** The names of the columns, in order. */
    public static List<String> names(IdentifierTypes types) {
        var names = new ArrayList<>(OF_ALL);
        for (AccountAttribute attribute : AccountAttribute.values()) {
            names.add(AccountFacts.name(attribute) + "_accounts");
            names.add(AccountFacts.name(attribute) + "_missing");
        }
        names.addAll(OF_NEIGHBOURS);
        for (IdentifierType relation : types.all()) {
            for (String name : OF_RELATIONS) {
                names.add(relation.name() + "_" + name);
            }
            for (String name : LARGEST_NAMES) {
                names.add(relation.name() + "_" + name);
            }
        }
        return names;
    }

    /** How many names there are. */
    static int width(int relations) {
        return OF_ALL.size()
                + 2 * AccountFacts.ATTRIBUTES
                + OF_NEIGHBOURS.size()
                + relations * (OF_RELATIONS.size() + LARGEST.length);
    }

    /** Writes what the facts say into float[width]. */
    static void describe(AccountFacts facts, float[] row) {
        int at = own(facts, row);
        at = neighbours(facts, row, at);
        for (int relation = 0; relation < facts.identifiers.length; relation++) {
            at = relation(facts, relation, row, at);
        }
    }

    private static int own(AccountFacts facts, float[] row) {
        boolean missing = Double.isNaN(facts.exposure);
        row[0] = missing ? 0 : (float) Math.log1p(Math.clamp(facts.exposure, 0, Float.MAX_VALUE));
        row[1] = missing ? 1 : 0;
        double turn = 2 * Math.PI * Math.floorMod(facts.createdAt, (long) PairFeatures.DAY) / PairFeatures.DAY;
        row[2] = (float) Math.sin(turn);
        row[3] = (float) Math.cos(turn);
        row[4] = (float) Math.log1p(facts.sightings);
        int at = 5;
        for (int bearers : facts.bearers) {
            row[at++] = bearers == 0 ? 0 : (float) Math.log(bearers);
            row[at++] = bearers == 0 ? 1 : 0;
        }
        return at;
    }

    private static int neighbours(AccountFacts facts, float[] row, int first) {
        int distinct = 0;
        int relations = 0;
        for (int count : facts.identifiers) {
            distinct += count;
            relations += count > 0 ? 1 : 0;
        }
        long shared = 0;
        for (int pair = 0; pair < facts.pairs; pair++) {
            shared |= 1L << facts.pairType[pair];
        }
        float one = facts.coUsers == 0 ? 0 : 1f / facts.coUsers;
        float tied = 0;
        int most = 0;
        float[] near = new float[WINDOWS.length];
        float nearest = NOBODY_NEAR;
        float kin = 0;
        for (int i = 0; i < facts.coUsers; i++) {
            tied += facts.coTies[i] > 1 ? one : 0;
            most = Math.max(most, facts.coTies[i]);
            double days = Math.abs(facts.createdAt - facts.coCreatedAt[i]) / PairFeatures.DAY;
            nearest = Math.min(nearest, (float) Math.log1p(days));
            for (int w = 0; w < WINDOWS.length; w++) {
                near[w] += days <= WINDOWS[w] ? one : 0;
            }
            kin += facts.coKin[i] ? one : 0;
        }
        int at = first;
        row[at++] = (float) Math.log1p(distinct);
        row[at++] = relations;
        row[at++] = Long.bitCount(shared);
        row[at++] = (float) Math.log1p(facts.coUsers);
        row[at++] = tied;
        row[at++] = most;
        for (float share : near) {
            row[at++] = share;
        }
        row[at++] = nearest;
        row[at++] = kin;
        return at;
    }

    private static int relation(AccountFacts facts, int relation, float[] row, int first) {
        int shared = 0;
        float near = 0;
        float gap = NO_GAP;
        float[] largest = new float[LARGEST.length];
        for (int pair = 0; pair < facts.pairs; pair++) {
            if (facts.pairType[pair] == relation) {
                shared++;
                gap = Math.min(gap, facts.value(pair, PairFeatures.GAP));
                if (facts.pairDistance[pair] > 0) {
                    near = Math.max(near, 1 - facts.pairDistance[pair]);
                }
                for (int i = 0; i < LARGEST.length; i++) {
                    largest[i] = Math.max(largest[i], facts.value(pair, LARGEST[i]));
                }
            }
        }
        int at = first;
        row[at++] = (float) Math.log1p(facts.identifiers[relation]);
        row[at++] = (float) Math.log1p(shared);
        row[at++] = near;
        row[at++] = gap;
        for (float value : largest) {
            row[at++] = value;
        }
        return at;
    }
}
