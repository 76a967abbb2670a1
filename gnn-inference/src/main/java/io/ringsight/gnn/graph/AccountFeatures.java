package io.ringsight.gnn.graph;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Locale;

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
    private static final float NO_GAP = 2;
    private static final float NOBODY_NEAR = 7;

    private AccountFeatures() {}

    public static AccountTable of(RelationGraph graph, IdentityGraph snapshot, PairFeatures pairs, Progress progress) {
        var table = new AccountTable.Builder(snapshot.accountCount());
        own(snapshot, table);
        attributes(snapshot, table);
        progress.check();
        neighbours(graph, snapshot, table, progress);
        for (int type = 0; type < snapshot.types().size(); type++) {
            relation(graph, snapshot, pairs, type, table);
        }
        return table.build();
    }

    private static void own(IdentityGraph snapshot, AccountTable.Builder table) {
        float[] exposure = table.column("exposure");
        float[] missing = table.column("exposure_missing");
        float[] sine = table.column("hour_sine");
        float[] cosine = table.column("hour_cosine");
        float[] sightings = table.column("sightings");
        for (int account = 0; account < snapshot.accountCount(); account++) {
            double money = snapshot.exposure(account);
            missing[account] = Double.isNaN(money) ? 1 : 0;
            exposure[account] = Double.isNaN(money) ? 0 : (float) Math.log1p(Math.clamp(money, 0, Float.MAX_VALUE));
            double turn = 2
                    * Math.PI
                    * Math.floorMod(snapshot.createdAt(account), (long) PairFeatures.DAY)
                    / PairFeatures.DAY;
            sine[account] = (float) Math.sin(turn);
            cosine[account] = (float) Math.cos(turn);
            sightings[account] =
                    (float) Math.log1p(snapshot.firstSighting(account + 1) - snapshot.firstSighting(account));
        }
    }

    private static void attributes(IdentityGraph snapshot, AccountTable.Builder table) {
        for (AccountAttribute attribute : AccountAttribute.values()) {
            String name = attribute.name().toLowerCase(Locale.ROOT);
            float[] accounts = table.column(name + "_accounts");
            float[] missing = table.column(name + "_missing");
            int[] count = new int[snapshot.attributeValues(attribute)];
            for (int account = 0; account < accounts.length; account++) {
                int value = snapshot.attribute(attribute, account);
                if (value >= 0) {
                    count[value]++;
                }
            }
            for (int account = 0; account < accounts.length; account++) {
                int value = snapshot.attribute(attribute, account);
                missing[account] = value < 0 ? 1 : 0;
                accounts[account] = value < 0 ? 0 : (float) Math.log(count[value]);
            }
        }
    }

    private static void neighbours(
            RelationGraph graph, IdentityGraph snapshot, AccountTable.Builder table, Progress progress) {
        float[] identifiers = table.column("identifiers");
        float[] relations = table.column("relations");
        float[] shared = table.column("relations_shared");
        float[] size = table.column("co_users");
        float[] tied = table.column("tied");
        float[] most = table.column("most_ties");
        float[][] near = {table.column("near_1_day"), table.column("near_7_days"), table.column("near_30_days")};
        float[] nearest = table.column("nearest");
        float[] kin = table.column("kin");
        var coUsers = new CoUsers(graph);
        for (int account = 0; account < graph.accountCount(); account++) {
            if ((account & 0xffff) == 0) {
                progress.check();
            }
            countOwn(snapshot, account, identifiers, relations);
            shared[account] = relationsShared(graph, account);
            coUsers.collect(account);
            size[account] = (float) Math.log1p(coUsers.size());
            nearest[account] = NOBODY_NEAR;
            float one = coUsers.size() == 0 ? 0 : 1f / coUsers.size();
            int surname = snapshot.attribute(AccountAttribute.SURNAME, account);
            for (int i = 0; i < coUsers.size(); i++) {
                int other = coUsers.account(i);
                int ties = Long.bitCount(coUsers.relations(other));
                tied[account] += ties > 1 ? one : 0;
                most[account] = Math.max(most[account], ties);
                double days = Math.abs(snapshot.createdAt(account) - snapshot.createdAt(other)) / PairFeatures.DAY;
                nearest[account] = Math.min(nearest[account], (float) Math.log1p(days));
                for (int w = 0; w < WINDOWS.length; w++) {
                    near[w][account] += days <= WINDOWS[w] ? one : 0;
                }
                boolean same = surname >= 0 && surname == snapshot.attribute(AccountAttribute.SURNAME, other);
                kin[account] += same ? one : 0;
            }
        }
    }

    private static void countOwn(IdentityGraph snapshot, int account, float[] identifiers, float[] relations) {
        long seen = 0;
        int distinct = 0;
        int previous = -1;
        for (int s = snapshot.firstSighting(account); s < snapshot.firstSighting(account + 1); s++) {
            if (snapshot.identifierOf(s) != previous) {
                previous = snapshot.identifierOf(s);
                distinct++;
                seen |= 1L << snapshot.identifierType(previous);
            }
        }
        identifiers[account] = (float) Math.log1p(distinct);
        relations[account] = Long.bitCount(seen);
    }

    private static int relationsShared(RelationGraph graph, int account) {
        long shared = 0;
        for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
            shared |= 1L << graph.type(graph.identifierOf(pair));
        }
        return Long.bitCount(shared);
    }

    private static void relation(
            RelationGraph graph, IdentityGraph snapshot, PairFeatures pairs, int type, AccountTable.Builder table) {
        IdentifierType relation = snapshot.types().get(type);
        float[] count = table.column(relation.name() + "_count");
        float[] shared = table.column(relation.name() + "_shared");
        float[] near = table.column(relation.name() + "_near");
        float[] gap = table.column(relation.name() + "_gap");
        float[][] largest = new float[LARGEST.length][];
        for (int i = 0; i < LARGEST.length; i++) {
            largest[i] = table.column(relation.name() + "_" + LARGEST_NAMES[i]);
        }
        for (int account = 0; account < graph.accountCount(); account++) {
            gap[account] = NO_GAP;
            int previous = -1;
            int own = 0;
            for (int s = snapshot.firstSighting(account); s < snapshot.firstSighting(account + 1); s++) {
                int identifier = snapshot.identifierOf(s);
                own += identifier != previous && snapshot.identifierType(identifier) == type ? 1 : 0;
                previous = identifier;
            }
            count[account] = (float) Math.log1p(own);
            for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
                if (graph.type(graph.identifierOf(pair)) == type) {
                    shared[account]++;
                    gap[account] = Math.min(gap[account], pairs.value(pair, PairFeatures.GAP));
                    if (graph.distance(pair) > 0) {
                        near[account] = Math.max(near[account], 1 - graph.distance(pair));
                    }
                    for (int i = 0; i < LARGEST.length; i++) {
                        largest[i][account] = Math.max(largest[i][account], pairs.value(pair, LARGEST[i]));
                    }
                }
            }
            shared[account] = (float) Math.log1p(shared[account]);
        }
    }
}
