package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelModelTest {
    private static final int PERSONS = 600;
    private static final double SAME = 0.7; // second accounts that keep a value; half of the others have a slip of it

    private final IdentityGraph graph = twiceEach();
    private final LevelFields fields = LevelFields.of(graph.types());
    private final MatchModel model = model();

    /** Everybody has two accounts, and each field of the second is kept, written wrongly or new. */
    private static IdentityGraph twiceEach() {
        var random = new Random(3);
        var people = new People();
        for (int person = 0; person < PERSONS; person++) {
            String[] first = {
                "given_name:g" + random.nextInt(60),
                "surname:s" + random.nextInt(200),
                "birth_date:d" + random.nextInt(400),
                "document:" + person,
                "tax_id:" + person,
                "address:" + random.nextInt(500)
            };
            String[] second = first.clone();
            for (int i = 0; i < second.length; i++) {
                double drawn = random.nextDouble();
                String type = first[i].substring(0, first[i].indexOf(':'));
                second[i] = drawn < SAME
                        ? first[i]
                        : drawn < (1 + SAME) / 2 ? first[i] + "~5" : type + ":n" + random.nextInt(100_000);
            }
            people.account("A" + person, first).account("B" + person, second);
        }
        return people.graph();
    }

    private MatchModel model() {
        var data = new TrainingData(graph, List.of(), 0, 0.03, 1);
        return new LevelModel(graph, fields, new TermFrequencies(graph, fields))
                .train(Splink.pairs(graph, Progress.silent()), data, Progress.silent());
    }

    @Test
    void learnsHowOftenOnePersonsAccountsAgreeExactlyAndNearly() {
        for (String field : List.of("given_name", "surname", "birth_date", "document", "tax_id", "address")) {
            double[] m = model.m()[fields.names().indexOf(field)];
            assertThat(m[PatternCounts.EXACT]).as(field).isCloseTo(SAME, within(0.07));
            assertThat(m[3]).as(field).isCloseTo((1 - SAME) / 2, within(0.05));
        }
    }

    @Test
    void uIsThatOfPairsAtRandom() {
        double[] equal = new TermFrequencies(graph, fields).equal();
        for (int field = 0; field < LevelFields.ATTRIBUTES.length; field++) {
            assertThat(model.u()[field][PatternCounts.EXACT]).isCloseTo(equal[field], within(1e-6));
            assertThat(model.u()[field][PatternCounts.DIFFERENT]).isGreaterThan(0.8);
        }
    }

    @Test
    void howManyMatchComesFromRulesThatHoldForMatchesAlone() {
        double pairs = PERSONS * (2 * PERSONS - 1.0);
        assertThat(model.match() * pairs / PERSONS)
                .isBetween(0.9, 1.4); // 0.91 are found by number, over a recall of 0.8
    }

    @Test
    void aFieldThatNobodyHasStaysAsItWas() {
        double[] m = model.m()[fields.names().indexOf("wallet")];
        assertThat(m[PatternCounts.EXACT]).isCloseTo(0.8, within(1e-9));
    }
}
