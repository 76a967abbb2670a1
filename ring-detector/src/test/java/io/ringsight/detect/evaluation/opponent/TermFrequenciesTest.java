package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import org.junit.jupiter.api.Test;

class TermFrequenciesTest {
    private final IdentityGraph graph = new People()
            .account("A", "surname:smith", "device:d")
            .account("B", "surname:smith", "device:d")
            .account("C", "surname:smith", "device:e", "tax_id:0!")
            .account("D", "surname:vane", "tax_id:0!")
            .account("E", "device:f")
            .graph();
    private final LevelFields fields = LevelFields.of(graph.types());
    private final TermFrequencies frequencies = new TermFrequencies(graph, fields);

    @Test
    void aValueIsAsCommonAmongThoseWhoHaveOne() {
        int smith = graph.attribute(AccountAttribute.SURNAME, graph.findAccount("A"));
        int device = graph.identifierOf(graph.firstSighting(graph.findAccount("A")));
        assertThat(frequencies.of(AccountAttribute.SURNAME, smith)).isCloseTo(3 / 4.0, within(1e-12));
        assertThat(frequencies.of(device)).isCloseTo(2 / 4.0, within(1e-12));
    }

    @Test
    void twoAtRandomAreEqualAsOftenAsPairsAre() {
        double[] equal = frequencies.equal();
        assertThat(equal[fields.names().indexOf("surname")]).isCloseTo(3 / 6.0, within(1e-12));
        assertThat(equal[fields.names().indexOf("device")]).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(equal[fields.names().indexOf("tax_id")]).isZero();
    }
}
