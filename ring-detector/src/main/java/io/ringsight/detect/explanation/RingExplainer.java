package io.ringsight.detect.explanation;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.evidence.PairsWithin;
import io.ringsight.detect.risk.RingParts;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Explains rings under the parameters of the detection that found them. The same snapshot, the same explanation. Thread-safe. */
public final class RingExplainer {
    /** Members of a ring that are looked at; of a larger one, those with the most links. */
    public static final int MOST_MEMBERS = 300;

    private final EvidenceEpoch epoch;
    private final DetectionParameters parameters;

    public RingExplainer(EvidenceEpoch epoch, DetectionParameters parameters) {
        this.epoch = epoch;
        this.parameters = parameters;
    }

    /** @param members ranks of a ring's members, ascending */
    public RingExplanation explain(int[] members) {
        var pairs = new PairsWithin(epoch, members);
        var things = ThingsInCommon.of(epoch, pairs);
        var experiment = new Experiment(pairs, things, parameters.ringFloor(), parameters.prior());
        RingParts all = experiment.all();
        Question question = Question.of(all);
        EvidenceChoice choice = EvidenceChoice.of(experiment, question, things, members.length);
        List<CitedThing> cited = Arrays.stream(choice.cited())
                .mapToObj(thing -> cited(pairs, things.get(thing), choice.alone(thing), choice.without(thing)))
                .toList();
        return new RingExplanation(
                question,
                all.risk(),
                choice.without().risk(),
                choice.only().risk(),
                choice.isNecessary(),
                choice.isSufficient(),
                cited,
                things.size(),
                List.of());
    }

    private CitedThing cited(PairsWithin pairs, SharedThing thing, double alone, double without) {
        IdentityGraph graph = epoch.graph();
        return new CitedThing(
                graph.types().get(thing.type()).name(),
                thing.isEqual(),
                Arrays.stream(thing.identifiers()).boxed().toList(),
                Arrays.stream(thing.members())
                        .mapToObj(member -> graph.accountId(pairs.account(member)))
                        .sorted(CodePointOrder.INSTANCE)
                        .toList(),
                users(graph, thing),
                alone,
                without);
    }

    private static int users(IdentityGraph graph, SharedThing thing) {
        return (int) Arrays.stream(thing.identifiers())
                .flatMap(identifier -> IntStream.range(graph.firstUse(identifier), graph.firstUse(identifier + 1)))
                .map(graph::accountOf)
                .distinct()
                .count();
    }
}
