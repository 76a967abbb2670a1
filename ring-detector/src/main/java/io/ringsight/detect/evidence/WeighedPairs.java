package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Every candidate pair with the probability of common control: pairs that look alike weigh alike, so all is kept by comparison vector.
 * Immutable, thread-safe.
 */
public final class WeighedPairs {
    private final PatternedPairs compared;
    private final PairModel model;
    private final Fields fields;
    private final PairEvidence evidence;
    private final double[] control; // double[patterns]
    private final double[] operated; // double[patterns], probability that other hands do it, given common control

    private WeighedPairs(PatternedPairs compared, PairModel model, Fields fields) {
        this.compared = compared;
        this.model = model;
        this.fields = fields;
        this.evidence = new PairEvidence(model, fields);
        PatternTable patterns = compared.patterns();
        control = new double[patterns.size()];
        operated = new double[patterns.size()];
        double[] probability = new double[Relation.ALL.length];
        for (int pattern = 0; pattern < control.length; pattern++) {
            model.posterior(patterns.first(pattern), patterns.second(pattern), probability);
            control[pattern] = Relation.sum(Relation.CONTROL, probability);
            operated[pattern] =
                    Relation.sum(Relation.HANDS, probability) / Math.max(control[pattern], Double.MIN_NORMAL);
        }
    }

    /**
     * @param fraud probability that an account is fraudulent, before anything is known
     * @param labels that may be used; they say how often pairs are in the same hands
     */
    public static WeighedPairs of(
            IdentityGraph graph,
            AccountOrder order,
            EvidenceParameters parameters,
            double fraud,
            List<AccountLabel> labels,
            Progress progress) {
        var search = PairSearch.of(graph, order, parameters, progress);
        PatternedPairs compared = search.compare(progress).patterned();
        var counts = PopulationCounts.of(graph, order, search.frequencies(), search.comparison(), search.fields());
        var fit = new PairModelFit(search.fields(), compared.patterns(), counts, fraud, parameters.without());
        PairModel unlabelled = fit.fit(progress);
        var labelled = LabelledPairs.of(unlabelled, compared, LabelsByRank.of(order, labels), fraud);
        return new WeighedPairs(compared, unlabelled.withHands(labelled.factor()), search.fields());
    }

    /** Under a model that was fitted to another snapshot: nothing is learned from this one but how common things are in it. */
    public static WeighedPairs under(
            PairModel model,
            IdentityGraph graph,
            AccountOrder order,
            EvidenceParameters parameters,
            Progress progress) {
        var search = PairSearch.of(graph, order, parameters, progress);
        return new WeighedPairs(search.compare(progress).patterned(), model, search.fields());
    }

    /** The same without some pairs of accounts, by rank. */
    public WeighedPairs without(BiPredicate<Integer, Integer> unwanted) {
        int[] kept = IntStream.range(0, size())
                .filter(pair -> !unwanted.test(lower(pair), upper(pair)))
                .toArray();
        return kept.length == size() ? this : new WeighedPairs(compared.only(kept), model, fields);
    }

    public int size() {
        return compared.pattern().length;
    }

    public int lower(int pair) {
        return compared.pairs().lower(pair);
    }

    public int upper(int pair) {
        return compared.pairs().upper(pair);
    }

    /** The fields 0 to 15 of how they compare. */
    long first(int pair) {
        return compared.patterns().first(compared.pattern()[pair]);
    }

    /** The fields 16 to 31. */
    long second(int pair) {
        return compared.patterns().second(compared.pattern()[pair]);
    }

    /** That the two accounts are under common control. */
    public double probability(int pair) {
        return control[compared.pattern()[pair]];
    }

    /** That they are different identities in the same hands, given that they are under common control. */
    public double operated(int pair) {
        return operated[compared.pattern()[pair]];
    }

    /** What speaks for and against common control, strongest first. */
    public List<Evidence> evidence(int pair) {
        return evidence(pair, Relation.CONTROL);
    }

    /** What speaks for and against different identities in the same hands, strongest first. */
    public List<Evidence> evidenceOfOperation(int pair) {
        return evidence(pair, Relation.HANDS);
    }

    private List<Evidence> evidence(int pair, Set<Relation> relations) {
        int pattern = compared.pattern()[pair];
        return evidence.of(
                compared.patterns().first(pattern), compared.patterns().second(pattern), relations);
    }

    /** Probability that two accounts, of which nothing is known, are under common control. */
    public double rateOfControl() {
        return rate(Relation.CONTROL);
    }

    /** Probability that two accounts, of which nothing is known, are different identities in the same hands. */
    public double rateOfHands() {
        return rate(Relation.HANDS);
    }

    private double rate(Set<Relation> relations) {
        return relations.stream().mapToDouble(model::rate).sum();
    }

    public PairModel model() {
        return model;
    }
}
