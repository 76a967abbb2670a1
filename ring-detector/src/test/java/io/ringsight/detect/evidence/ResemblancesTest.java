package io.ringsight.detect.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty accounts under one face, each template a few bits off, among two hundred of others. */
class ResemblancesTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final int ONE_FACE = 40;
    private static final int OTHERS = 200;

    @TempDir
    Path folder;

    @Test
    void keepsTheNearestOfEachIdentifierAndNoMore() throws IOException {
        IdentityGraph graph = snapshot();
        Resemblances resemblances = Resemblances.of(graph, weighed(graph), Progress.silent());
        Map<Integer, Integer> ofOne = new HashMap<>();
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < resemblances.size(); i++) {
            Resemblance resemblance = resemblances.get(i);
            ofOne.merge(resemblance.one(), 1, Integer::sum);
            ofOne.merge(resemblance.other(), 1, Integer::sum);
            assertThat(resemblance.kind()).isEqualTo(Resemblance.Kind.BITS);
            assertThat(resemblance.distance().getAsInt()).isBetween(1, 8);
            assertThat(resemblance.likelihoodBits()).isLessThanOrEqualTo(before);
            assertThat(resemblances.token(resemblance.one())).isLessThan(resemblances.token(resemblance.other()));
            before = resemblance.likelihoodBits();
        }
        assertThat(ofOne).hasSize(ONE_FACE);
        assertThat(ofOne.values()).allMatch(count -> count <= Resemblances.MOST_OF_ONE);
        assertThat(resemblances.size()).isGreaterThan(ONE_FACE * Resemblances.MOST_OF_ONE / 2 * 8 / 10);
    }

    @Test
    void twoAccountsAskedAboutLaterResembleEachOtherAsTheyDid() throws IOException {
        IdentityGraph graph = snapshot();
        PairModel model = weighed(graph).model();
        var epoch = EvidenceEpoch.of(
                graph, new AccountOrder(graph), EvidenceParameters.defaults(), model, Progress.silent());
        assertThat(epoch.resemblances(graph.findAccount("F1"), graph.findAccount("F2")))
                .singleElement()
                .satisfies(resemblance -> assertThat(resemblance.distance()).hasValue(4));
        assertThat(epoch.resemblances(graph.findAccount("F1"), graph.findAccount("A1")))
                .isEmpty();
    }

    private static WeighedPairs weighed(IdentityGraph graph) {
        return WeighedPairs.of(
                graph, new AccountOrder(graph), EvidenceParameters.defaults(), 0.03, List.of(), Progress.silent());
    }

    private IdentityGraph snapshot() throws IOException {
        var applications = new StringBuilder();
        var face = new BigInteger(255, new Random(OTHERS));
        for (int i = 0; i < ONE_FACE; i++) { // each two bits off the face, and four off each other
            applications.append(
                    application("F" + i, "dv-f" + i / 4, face.flipBit(2 * i).flipBit(2 * i + 1)));
        }
        for (int i = 0; i < OTHERS; i++) {
            applications.append(application("A" + i, "dv-a" + i, new BigInteger(255, new Random(i))));
        }
        Path file = Files.writeString(folder.resolve("applications.jsonl"), applications);
        var builder = new IdentityGraphBuilder(TYPES);
        new Intake(TYPES, KeySets.ephemeral(TYPES), Vault.off())
                .run(List.of(file), builder, RejectionSink.none(), Progress.silent());
        return builder.build();
    }

    private static String application(String id, String device, BigInteger face) {
        return """
                {"account_id":"%s","created_at":"2026-03-01T10:00:00Z","identifiers":[{"type":"device","value":"%s"},\
                {"type":"biometric","value":"%064x"}]}
                """.formatted(id, device, face);
    }
}
