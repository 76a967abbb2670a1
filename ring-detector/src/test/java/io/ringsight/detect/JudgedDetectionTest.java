package io.ringsight.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Disposition.Kind;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Two gangs of four, F and G, tied by one link of F3 and G0; and a crowd. */
class JudgedDetectionTest {
    private static final IdentityGraph GRAPH = graph();

    private static IdentityGraph graph() {
        var population = DetectionRunTest.crowd(500);
        for (int i = 0; i < 4; i++) {
            population.account("F" + i, 50 + i, "payment:f", "document:f", "device:f");
            population.account("G" + i, 60 + i, "payment:g", "document:g", "device:g");
        }
        return population
                .use("F3", "tax_id:both")
                .use("F3", "wallet:both")
                .use("F3", "email:both")
                .use("G0", "tax_id:both")
                .use("G0", "wallet:both")
                .use("G0", "email:both")
                .graph();
    }

    private static Detection detect(Disposition... dispositions) {
        return new DetectionRun(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty())
                .under(Judgements.at(List.of(dispositions), 10))
                .run(GRAPH, List.of(), Progress.silent());
    }

    private static Disposition disposition(int number, Kind kind, Subject subject) {
        return new Disposition(
                number, kind, subject, "kim", "seen", number, OptionalLong.empty(), OptionalLong.empty());
    }

    private static List<String> ringOf(Detection detection, String account) {
        return detection
                .account(account)
                .flatMap(found -> Optional.ofNullable(found.ringId()))
                .flatMap(detection::ring)
                .map(Ring::members)
                .orElse(List.of());
    }

    @Test
    void whatIsCutIsNoLinkAndTheRingFallsApart() {
        assertThat(ringOf(detect(), "F0")).contains("G3");
        Detection cut = detect(disposition(1, Kind.CUT, Subject.Pair.of("G0", "F3")));
        assertThat(ringOf(cut, "F0")).containsExactly("F0", "F1", "F2", "F3");
        assertThat(ringOf(cut, "G0")).containsExactly("G0", "G1", "G2", "G3");
        assertThat(cut.links())
                .noneMatch(
                        link -> link.accountA().equals("F3") && link.accountB().equals("G0"));
    }

    @Test
    void whatIsBondedIsInOneRingThoughNothingElseTiesIt() {
        Detection bonded = detect(
                disposition(1, Kind.BOND, Subject.Pair.of("A7", "G1")),
                disposition(2, Kind.BOND, Subject.Pair.of("A7", "A9")));
        assertThat(ringOf(bonded, "A9")).contains("A7", "G0", "F0");
        Link link = bonded.links().stream()
                .filter(found ->
                        found.accountA().equals("A7") && found.accountB().equals("A9"))
                .findFirst()
                .orElseThrow();
        assertThat(link.probability()).isGreaterThan(0.99);
        assertThat(link.evidence()).extracting(Evidence::code).containsExactly("BOND");
        var sorted = new ArrayList<>(bonded.links());
        sorted.sort(java.util.Comparator.comparing(Link::accountA).thenComparing(Link::accountB));
        assertThat(bonded.links()).isEqualTo(sorted);
    }

    @Test
    void undoneItIsAsIfItNeverWas() {
        Disposition cut = disposition(1, Kind.CUT, Subject.Pair.of("G0", "F3"));
        var undo = new Disposition(
                2, Kind.UNDO, cut.subject(), "kim", "mistaken", 2, OptionalLong.empty(), OptionalLong.of(1));
        Detection before = detect();
        Detection after = detect(cut, undo);
        assertThat(after.rings()).isEqualTo(before.rings());
        assertThat(after.links()).isEqualTo(before.links());
        assertThat(after.accounts()).isEqualTo(before.accounts());
    }

    @Test
    void aConfirmedAccountSpeaksAgainstItsRingAndAConfirmedRingAgainstItsMembers() {
        double before = risk(detect(), "F1");
        assertThat(risk(detect(disposition(1, Kind.CLEAR, new Subject.Account("F0"))), "F1"))
                .isLessThan(before);
        var ring = new Subject.Ring("R", 1, List.of("F0", "F1", "F2"), 0);
        assertThat(risk(detect(disposition(1, Kind.CONFIRM, ring)), "F3")).isGreaterThan(before);
    }

    private static double risk(Detection detection, String account) {
        return detection.account(account).orElseThrow().risk();
    }
}
