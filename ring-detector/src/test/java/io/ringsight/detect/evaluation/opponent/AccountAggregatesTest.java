package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Population;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountAggregatesTest {
    private static final long DAY = 86_400_000L;

    @Test
    void namesEveryColumnOnce() {
        FeatureTable table =
                AccountAggregates.of(SharedIdentifiersTest.random(1).graph());
        assertThat(table.names()).doesNotHaveDuplicates().contains("device_count", "component_20_size_log");
    }

    @Test
    void countsWhoElseUsesAnIdentifierAndWhen() {
        IdentityGraph graph = SharedIdentifiersTest.random(1).graph();
        FeatureTable table = AccountAggregates.of(graph);
        float[] within7 = table.column("device_created_within_7_days");
        float[] accounts = table.column("device_accounts_log");
        int device = graph.types().ordinal("device");
        for (int account = 0; account < graph.accountCount(); account++) {
            int most = 0;
            int degree = 0;
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                if (graph.identifierType(graph.identifierOf(s)) == device) {
                    Set<Integer> users = users(graph, graph.identifierOf(s));
                    degree = Math.max(degree, users.size());
                    int near = 0;
                    for (int other : users) {
                        long apart = Math.abs(graph.createdAt(other) - graph.createdAt(account));
                        near += other != account && apart <= 7 * DAY ? 1 : 0;
                    }
                    most = Math.max(most, near);
                }
            }
            assertThat(within7[account]).isEqualTo(most);
            assertThat(accounts[account]).isCloseTo((float) Math.log(degree), within(1e-6f));
        }
    }

    @Test
    void aNumberReassignedToSomebodyElseIsNotUsedAtTheSameTime() {
        IdentityGraph graph = new Population()
                .account("Before", 0, "phone:p", "device:d")
                .account("After", 200, "phone:p")
                .account("Beside", 0, "device:d")
                .graph();
        FeatureTable table = AccountAggregates.of(graph);
        assertThat(table.column("phone_concurrent")[graph.findAccount("After")]).isZero();
        assertThat(table.column("device_concurrent")[graph.findAccount("Beside")])
                .isEqualTo(1);
        assertThat(table.column("phone_days_since_previous_log")[graph.findAccount("After")])
                .isCloseTo((float) Math.log1p(200), within(1e-5f));
        assertThat(table.column("phone_days_since_previous_log")[graph.findAccount("Before")])
                .isNaN();
    }

    @Test
    void neighboursAreAveragedByHowRareTheirSharingIs() {
        IdentityGraph graph = new Population()
                .account("A", 0, "device:d", "ip:i")
                .account("B", 0, "device:d", "ip:i", "phone:1", "phone:2") // weight 1 + 1/2
                .account("C", 0, "ip:i") // weight 1/2
                .graph();
        FeatureTable table = AccountAggregates.of(graph);
        int a = graph.findAccount("A");
        assertThat(table.column("mean_1_identifiers")[a]).isCloseTo((1.5f * 4 + 0.5f * 1) / 2, within(1e-6f));
        assertThat(table.column("most_1_identifiers")[a]).isEqualTo(4);
        assertThat(table.column("most_types_shared")[a]).isEqualTo(2);
    }

    @Test
    void whatAnAccountDoesAfterItsFirstDaysDoesNotCount() {
        FeatureTable young = AccountAggregates.of(seenAgain(3));
        FeatureTable old = AccountAggregates.of(seenAgain(60));
        FeatureTable older = AccountAggregates.of(seenAgain(90));
        for (String column : List.of(
                "sightings_log",
                "identifiers",
                "types",
                "last_sighting_days_log",
                "device_count",
                "device_concurrent")) {
            assertThat(old.column(column)).as(column).isEqualTo(older.column(column));
            assertThat(old.column(column)[0]).as(column).isLessThan(young.column(column)[0]);
        }
    }

    /** Account 0 is seen on a phone first, and on the device of another so many days later, when that one is too. */
    private static IdentityGraph seenAgain(int day) {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        int phone = IdentifierTypes.builtIn().ordinal("phone");
        int device = IdentifierTypes.builtIn().ordinal("device");
        int a = builder.account("A", 0, 0, Double.NaN);
        int b = builder.account("B", DAY, DAY, Double.NaN);
        builder.sighting(a, phone, Population.token("key", "phone:a"), 0, 0);
        builder.sighting(a, device, Population.token("key", "device:d"), day * DAY, day * DAY);
        for (int at : new int[] {1, 3, 60, 90}) {
            builder.sighting(b, device, Population.token("key", "device:d"), at * DAY, at * DAY);
        }
        return builder.build();
    }

    private static Set<Integer> users(IdentityGraph graph, int identifier) {
        var users = new HashSet<Integer>();
        for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
            users.add(graph.accountOf(use));
        }
        return users;
    }
}
