package io.ringsight.detect.explanation;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.evidence.PairsWithin;
import io.ringsight.detect.jgrapht.RingStructure;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.RingParts;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Explains rings under the parameters of the detection that found them. The same snapshot, the same explanation. Thread-safe. */
public final class RingExplainer {
    /** Members of a ring that are looked at; of a larger one, those with the most links. */
    public static final int MOST_MEMBERS = 200;

    private final EvidenceEpoch epoch;
    private final DetectionParameters parameters;

    public RingExplainer(EvidenceEpoch epoch, DetectionParameters parameters) {
        this.epoch = epoch;
        this.parameters = parameters;
    }

    /** What it explains under. */
    public EvidenceEpoch epoch() {
        return epoch;
    }

    /**
     * All that is worked out of a ring that somebody looks at.
     *
     * @param links of the detection, at least those within the ring
     * @param labels that are known of members
     */
    public RingProfile profile(Ring ring, Collection<Link> links, List<AccountLabel> labels) {
        int[] members = ranks(ring.members());
        int[] accounts =
                Arrays.stream(members).map(rank -> epoch.order().account(rank)).toArray();
        var things = RingThings.of(epoch, new PairsWithin(epoch, members));
        return new RingProfile(
                RingStructure.of(ring, links, parameters.ringFloor()),
                RingGrowth.of(epoch.graph(), accounts),
                RingHub.of(epoch.graph(), things),
                RingCounts.of(epoch.graph(), accounts, things),
                explain(members),
                count(labels, AccountLabel.Verdict.FRAUD),
                count(labels, AccountLabel.Verdict.LEGIT));
    }

    private int[] ranks(List<String> members) {
        return members.stream()
                .mapToInt(epoch.order()::rankOf)
                .filter(rank -> rank >= 0)
                .sorted()
                .toArray();
    }

    private static int count(List<AccountLabel> labels, AccountLabel.Verdict verdict) {
        return (int) labels.stream().filter(label -> label.verdict() == verdict).count();
    }

    /**
     * The evidence that a ring rests on.
     *
     * @param members ranks, ascending
     */
    public RingExplanation explain(int[] members) {
        List<String> truncated = members.length > MOST_MEMBERS ? List.of("members") : List.of();
        int[] looked = members.length > MOST_MEMBERS ? bestLinked(members) : members;
        var pairs = new PairsWithin(epoch, looked);
        var things = RingThings.of(epoch, pairs);
        var without = new Experiment(pairs, things, parameters.ringFloor(), parameters.prior());
        var only = new Experiment(new PairsWithin(epoch, looked), things, parameters.ringFloor(), parameters.prior());
        RingParts all = without.parts();
        Question question = Question.of(all);
        EvidenceChoice choice = EvidenceChoice.of(without, only, question, things, looked.length);
        List<EvidenceItem> cited = Arrays.stream(choice.cited())
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
                things.shared(),
                things.size(),
                truncated);
    }

    /** Those with the most links, then those that come first by id. */
    private int[] bestLinked(int[] members) {
        var pairs = new PairsWithin(epoch, members);
        int[] links = new int[members.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.probability(pair) >= parameters.ringFloor()) {
                links[pairs.lower(pair)]++;
                links[pairs.upper(pair)]++;
            }
        }
        return IntStream.range(0, members.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer member) -> -links[member]))
                .limit(MOST_MEMBERS)
                .mapToInt(member -> members[member])
                .sorted()
                .toArray();
    }

    private EvidenceItem cited(PairsWithin pairs, RingThing thing, double alone, double without) {
        IdentityGraph graph = epoch.graph();
        return new EvidenceItem(
                thing.kind(),
                graph.types().get(thing.type()).name(),
                Arrays.stream(thing.identifiers()).boxed().toList(),
                Arrays.stream(thing.members())
                        .mapToObj(member -> graph.accountId(pairs.account(member)))
                        .sorted(CodePointOrder.INSTANCE)
                        .toList(),
                users(graph, thing),
                alone,
                without);
    }

    private static int users(IdentityGraph graph, RingThing thing) {
        return (int) Arrays.stream(thing.identifiers())
                .flatMap(identifier -> IntStream.range(graph.firstUse(identifier), graph.firstUse(identifier + 1)))
                .map(graph::accountOf)
                .distinct()
                .count();
    }
}
