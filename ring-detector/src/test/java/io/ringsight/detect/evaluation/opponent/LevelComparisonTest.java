package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.snapshot.IdentityGraph;
import org.junit.jupiter.api.Test;

class LevelComparisonTest {
    @Test
    void namesAreEqualNearDifferentOrMissing() {
        var people = new People()
                .account("A", "given_name:maria", "surname:silva")
                .account("B", "given_name:maria", "surname:silva~5")
                .account("C", "given_name:john", "birth_date:1990-01-01");
        assertThat(level(people, "A", "B", "given_name")).isEqualTo(PatternCounts.EXACT);
        assertThat(level(people, "A", "B", "surname")).isEqualTo((byte) 3);
        assertThat(level(people, "A", "C", "given_name")).isEqualTo(PatternCounts.DIFFERENT);
        assertThat(level(people, "A", "C", "surname")).isEqualTo(PatternCounts.MISSING);
        assertThat(level(people, "A", "C", "birth_date")).isEqualTo(PatternCounts.MISSING);
    }

    @Test
    void theBestPairOfIdentifiersOfATypeCounts() {
        var people = new People()
                .account("A", "document:1", "document:2", "phone:1%serial_near#4", "email:x%local_part#1")
                .account("B", "document:3", "document:2~4", "phone:2%serial_near#4", "email:y%local_part#1")
                .account("C", "document:2", "document:4", "phone:1%serial_near#4");
        assertThat(level(people, "A", "B", "document")).isEqualTo((byte) 3);
        assertThat(level(people, "A", "C", "document")).isEqualTo(PatternCounts.EXACT);
        assertThat(level(people, "A", "B", "phone")).isEqualTo((byte) 4);
        assertThat(level(people, "A", "B", "email")).isEqualTo((byte) 6);
        assertThat(level(people, "A", "B", "device")).isEqualTo(PatternCounts.MISSING);
    }

    @Test
    void aPlaceholderIsAsGoodAsMissing() {
        var people = new People().account("A", "tax_id:000!").account("B", "tax_id:000!");
        assertThat(level(people, "A", "B", "tax_id")).isEqualTo(PatternCounts.MISSING);
    }

    @Test
    void ofSeveralEqualIdentifiersTheRarestTellsTheFrequency() {
        var people = new People()
                .account("A", "device:rare", "device:common")
                .account("B", "device:rare", "device:common")
                .account("C", "device:common")
                .account("D", "device:other");
        IdentityGraph graph = people.graph();
        LevelComparison comparison = compared(graph, "A", "B");
        assertThat(comparison.frequency(field(graph, "device"))).isCloseTo(2 / 4.0, within(1e-12));
    }

    @Test
    void aPatternTellsTheLevels() {
        IdentityGraph graph = new People()
                .account("A", "given_name:a", "surname:b", "document:1", "wallet:w")
                .account("B", "given_name:a", "surname:c", "document:1~5", "wallet:w")
                .graph();
        LevelComparison comparison = compared(graph, "A", "B");
        byte[] levels = LevelComparison.levels(comparison.pattern(), comparison.levels().length);
        assertThat(levels).containsExactly(comparison.levels());
    }

    private static byte level(People people, String a, String b, String name) {
        IdentityGraph graph = people.graph();
        return compared(graph, a, b).levels()[field(graph, name)];
    }

    private static int field(IdentityGraph graph, String name) {
        return LevelFields.of(graph.types()).names().indexOf(name);
    }

    private static LevelComparison compared(IdentityGraph graph, String a, String b) {
        var fields = LevelFields.of(graph.types());
        var comparison = new LevelComparison(graph, fields, new TermFrequencies(graph, fields));
        comparison.compare(graph.findAccount(a), graph.findAccount(b));
        return comparison;
    }
}
