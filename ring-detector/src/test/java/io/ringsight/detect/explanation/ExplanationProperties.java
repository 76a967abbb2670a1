package io.ringsight.detect.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.detect.Population;
import io.ringsight.detect.evidence.PairsWithin;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

class ExplanationProperties {
    private static final List<String> TYPES =
            List.of("device", "document", "phone", "email", "address", "ip", "payment", "tax_id");
    private static final int MOST_TO_TRY = 12;

    @Property(tries = 30)
    void withAllThatMembersPresentARingIsAsRiskyAsTheDetectionSays(
            @ForAll @IntRange(min = 10, max = 200) int accounts,
            @ForAll @IntRange(min = 5, max = 80) int values,
            @ForAll long seed) {
        Found found = Found.in(population(accounts, values, seed).graph());
        for (int ring = 0; ring < found.findings().rings().length; ring++) {
            int[] members = found.findings().rings()[ring];
            double risk = found.findings().evidence().rings().get(ring).probability();
            if (members.length <= RingExplainer.MOST_MEMBERS) {
                assertThat(found.explainer().explain(members).risk()).isCloseTo(risk, within(1e-9));
            }
        }
    }

    @Property(tries = 30)
    void orderOfInputAndKeysDoNotShow(
            @ForAll @IntRange(min = 10, max = 120) int accounts,
            @ForAll @IntRange(min = 5, max = 80) int values,
            @ForAll long seed) {
        Population population = population(accounts, values, seed);
        Found one = Found.in(population.graph("key one", 1));
        Found other = Found.in(population.graph("key two", seed));
        for (int ring = 0; ring < one.detection().rings().size(); ring++) {
            assertThat(profile(other, ring)).isEqualTo(profile(one, ring));
        }
    }

    private static RingProfile profile(Found found, int ring) {
        return found.explainer()
                .profile(found.detection().rings().get(ring), found.detection().links(), List.of());
    }

    @Property(tries = 60)
    void whatIsCitedIsNecessaryAndSufficientAndNoPartOfItIsBoth(
            @ForAll @IntRange(min = 10, max = 60) int accounts,
            @ForAll @IntRange(min = 5, max = 40) int values,
            @ForAll long seed) {
        Found found = Found.in(population(accounts, values, seed).graph());
        for (int[] members : found.findings().rings()) {
            var pairs = new PairsWithin(found.epoch(), members);
            var things = RingThings.of(found.epoch(), pairs);
            var experiment = new Experiment(pairs, things, Found.PARAMETERS.ringFloor(), Found.PARAMETERS.prior());
            var other = new Experiment(
                    new PairsWithin(found.epoch(), members),
                    things,
                    Found.PARAMETERS.ringFloor(),
                    Found.PARAMETERS.prior());
            Question question = Question.of(experiment.parts());
            var choice = EvidenceChoice.of(experiment, other, question, things, members.length);
            Statistics.label("question").collect(question);
            assertThat(choice.isNecessary()).isTrue();
            assertThat(choice.isSufficient()).isTrue();
            int[] cited = choice.cited();
            if (cited.length <= MOST_TO_TRY) {
                for (int part = 0; part < (1 << cited.length) - 1; part++) {
                    assertThat(isBoth(experiment, question, things, members.length, subset(cited, part)))
                            .as("part %d of %d", part, cited.length)
                            .isFalse();
                }
            }
        }
    }

    private static BitSet subset(int[] cited, int part) {
        var subset = new BitSet();
        IntStream.range(0, cited.length).filter(i -> (part >>> i & 1) != 0).forEach(i -> subset.set(cited[i]));
        return subset;
    }

    private static boolean isBoth(
            Experiment experiment, Question question, RingThings things, int members, BitSet cited) {
        var left = (BitSet) cited.clone();
        left.flip(0, things.size());
        return question.isRaised(experiment.with(cited), members) && !question.isRaised(experiment.with(left), members);
    }

    /** Few values make hubs, many make small groups. */
    static Population population(int accounts, int values, long seed) {
        var random = new Random(seed);
        var population = new Population();
        for (int i = 0; i < accounts; i++) {
            String[] uses = new String[1 + random.nextInt(5)];
            for (int u = 0; u < uses.length; u++) {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                uses[u] = type + ":" + (int) (values * Math.pow(random.nextDouble(), 2));
            }
            population.account("A" + (10_000 + i), random.nextInt(60), uses);
        }
        return population;
    }
}
