package io.ringsight.gnn.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.gnn.Views;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** An applicant told by hand against the same account in a snapshot that holds it. */
class ApplicantFeaturesTest {
    @Property(tries = 40)
    void anApplicantIsDescribedAsAnAccountOfASnapshotIs(@ForAll long seed) {
        IdentityGraph snapshot = population(new Random(seed));
        GraphView view = GraphView.of(
                snapshot, snapshot.newestTime(), resemblances(snapshot), Views.noColumns(), Progress.silent());
        int[] members = PairFeatures.members(snapshot);
        float[] expected = new float[view.accounts().width()];
        float[] pair = new float[PairFeatures.WIDTH];
        for (int account = 0; account < snapshot.accountCount(); account++) {
            var told = told(account, snapshot, view, members);
            float[] pairs = told.pairs();
            int first = view.graph().firstPair(account);
            assertThat(pairs).hasSize((view.graph().firstPair(account + 1) - first) * PairFeatures.WIDTH);
            for (int i = 0; i * PairFeatures.WIDTH < pairs.length; i++) {
                view.pairs().copyRow(first + i, pair, 0);
                assertThat(Arrays.copyOfRange(pairs, i * PairFeatures.WIDTH, (i + 1) * PairFeatures.WIDTH))
                        .isEqualTo(pair);
            }
            view.accounts().copyRow(account, expected, 0);
            assertThat(told.row(pairs)).isEqualTo(expected);
        }
    }

    private static ApplicantFeatures told(int account, IdentityGraph snapshot, GraphView view, int[] members) {
        var features =
                new ApplicantFeatures(members, view.moment(), snapshot.createdAt(account), snapshot.exposure(account));
        for (AccountAttribute attribute : AccountAttribute.values()) {
            int value = snapshot.attribute(attribute, account);
            if (value >= 0) {
                int bearers = SnapshotFacts.bearers(snapshot, attribute)[value];
                features.attribute(attribute, bearers == 1 ? ApplicantFeatures.OF_ITS_OWN : value, bearers);
            }
        }
        int end = snapshot.firstSighting(account + 1);
        features.sightings(end - snapshot.firstSighting(account));
        int previous = -1;
        for (int s = snapshot.firstSighting(account); s < end; s++) {
            int identifier = snapshot.identifierOf(s);
            if (identifier != previous) {
                features.identifier(snapshot.identifierType(identifier));
                previous = identifier;
            }
        }
        RelationGraph graph = view.graph();
        for (int pair = graph.firstPair(account); pair < graph.firstPair(account + 1); pair++) {
            int identifier = graph.identifierOf(pair);
            assertThat(graph.find(graph.type(identifier), graph.identifierOfSnapshot(identifier)))
                    .isEqualTo(identifier);
            features.pair(
                    graph.type(identifier), graph.firstSeen(pair), graph.distance(pair), graph.degree(identifier) - 1);
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                int other = graph.accountOf(use);
                if (other != account) {
                    int[] values = Arrays.stream(AccountAttribute.values())
                            .mapToInt(attribute -> snapshot.attribute(attribute, other))
                            .toArray();
                    features.user(other, graph.firstSeen(graph.pairOf(use)), snapshot.createdAt(other), values);
                }
            }
        }
        return features;
    }

    private static IdentityGraph population(Random random) {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        long day = 86_400_000;
        int accounts = 2 + random.nextInt(40);
        for (int account = 0; account < accounts; account++) {
            long created = random.nextLong(400 * day);
            int number = builder.account(
                    "account-" + account, created, created, random.nextInt(3) == 0 ? Double.NaN : random.nextInt(1000));
            for (AccountAttribute attribute : AccountAttribute.values()) {
                if (random.nextInt(4) > 0) {
                    builder.attribute(number, attribute, new Token(1, random.nextInt(12)));
                }
            }
            for (int i = random.nextInt(7); i > 0; i--) {
                int identifier = random.nextInt(30);
                long seen = created + random.nextLong(60 * day);
                builder.sighting(number, identifier % 4, new Token(0, identifier), seen, seen);
            }
        }
        return builder.build();
    }

    private static Resemblances resemblances(IdentityGraph snapshot) {
        for (int one = 0; one < snapshot.identifierCount(); one++) {
            for (int other = one + 1; other < snapshot.identifierCount(); other++) {
                if (snapshot.identifierType(one) == snapshot.identifierType(other)) {
                    return new Resemblances(new int[] {one}, new int[] {other}, new float[] {0.5f});
                }
            }
        }
        return Resemblances.none();
    }
}
