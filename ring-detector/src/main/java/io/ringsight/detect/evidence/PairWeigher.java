package io.ringsight.detect.evidence;

import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;

/**
 * Weighs one newcomer against accounts under the parameters of an earlier run, in work that is bounded by their number. As thread-safe as
 * the graph is.
 */
public final class PairWeigher {
    private final GrowingGraph graph;
    private final Frequencies frequencies;
    private final Fields fields;
    private final PairComparison comparison;
    private final PairModel model;
    private final PairEvidence evidence;
    private final ResemblanceSearch resemblances;

    public PairWeigher(GrowingGraph graph, EvidenceParameters parameters, PairModel model) {
        this.graph = graph;
        this.fields = new Fields(graph.snapshot().types());
        this.frequencies = graph.frequencies();
        this.comparison = new PairComparison(graph.snapshot(), frequencies, fields, parameters.without());
        this.model = model;
        this.evidence = new PairEvidence(model, fields);
        this.resemblances = new ResemblanceSearch(graph.snapshot(), frequencies, fields, model);
    }

    /** Accounts that use the identifier; 0 for a placeholder. */
    public int degree(int identifier) {
        return frequencies.degree(identifier);
    }

    /**
     * One account, weighed.
     *
     * @param probability of common control
     * @param operated that they are different identities in the same hands, given common control
     */
    public record Weighed(int account, double probability, double operated, long first, long second) {}

    /** @param isKnown whether the graph counts the newcomer already */
    public List<Weighed> weigh(Newcomer newcomer, boolean isKnown, int[] accounts) {
        var vectors = new ComparisonVector[accounts.length];
        int[] rarest = new int[accounts.length]; // position among the newcomer's things
        int[] crowd = new int[accounts.length];
        int[] things = newcomer.things(graph.snapshot().identifierCount());
        var crowds = new Crowds(things.length, fields);
        var scratch = new AccountView();
        var shared = new SharedThings();
        for (int i = 0; i < accounts.length; i++) {
            AccountView other = graph.view(accounts[i], scratch);
            vectors[i] = new ComparisonVector();
            comparison.compare(newcomer.view(), other, isKnown ? 0 : 1, vectors[i], shared);
            rarest[i] = shared.rarest() < 0 ? -1 : Arrays.binarySearch(things, shared.rarest());
            crowd[i] = Fields.crowd(shared.degree());
            for (int s = 0; s < shared.size(); s++) {
                int position = Arrays.binarySearch(things, shared.get(s));
                crowds.count(position, crowds.isTied(vectors[i]), crowds.isKin(vectors[i]));
            }
        }
        double[] probability = new double[Relation.ALL.length];
        var weighed = new Weighed[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            ComparisonVector vector = vectors[i];
            crowds.levels(rarest[i], crowd[i], vector);
            model.posterior(vector.first(), vector.second(), probability);
            double hands = Relation.sum(Relation.HANDS, probability);
            double control = Relation.sum(Relation.CONTROL, probability);
            weighed[i] = new Weighed(
                    accounts[i],
                    control,
                    hands / Math.max(control, Double.MIN_NORMAL),
                    vector.first(),
                    vector.second());
        }
        return List.of(weighed);
    }

    /** Takes identifiers of a newcomer and an account that are near, not equal. */
    public interface NearVisitor {
        /**
         * @param position of the newcomer's, as {@link Newcomer#forEachIdentifier} hands it over
         * @param other of the account
         * @param likelihoodBits log2 of how much more probable being so near is under common control than otherwise
         */
        void near(int position, int other, double likelihoodBits);
    }

    /** Hands over what of the newcomer is near what of the account, in the fields in which the pair was weighed as near. */
    public void forEachNear(Newcomer newcomer, Weighed pair, NearVisitor take) {
        if (!resemblances.isAny(pair.first, pair.second)) {
            return;
        }
        AccountView one = newcomer.view();
        AccountView other = graph.view(pair.account, new AccountView());
        for (int i = 0; i < one.size; i++) {
            int field = fields.ofType(one.types[i]);
            int level = field < 0 ? Levels.MISSING : ComparisonVector.level(pair.first, pair.second, field);
            if (!resemblances.isNearLevel(field, level)) {
                continue;
            }
            for (int j = 0; j < other.size; j++) {
                if (other.types[j] == one.types[i]
                        && other.identifiers[j] != one.identifiers[i]
                        && isNear(one, i, other, j, level)) {
                    take.near(i, other.identifiers[j], resemblances.ofLevel(field, level));
                }
            }
        }
    }

    /** Whether these two made the level: by their bits, or else by a blocking key that the newcomer has too. */
    private boolean isNear(AccountView one, int i, AccountView other, int j, int level) {
        if (fields.isBits(fields.ofType(one.types[i]))) {
            return one.rows[i] >= 0
                    && other.rows[j] >= 0
                    && Levels.ofDistance(
                                    Signatures.distance(
                                            one.signatures[i], one.rows[i], other.signatures[j], other.rows[j]),
                                    one.signatures[i].bits())
                            == level;
        }
        int identifier = other.identifiers[j];
        IdentityGraph snapshot = graph.snapshot();
        if (identifier >= snapshot.identifierCount()) {
            return true; // came since
        }
        for (int key = snapshot.firstBlockingKey(identifier); key < snapshot.firstBlockingKey(identifier + 1); key++) {
            if (one.hasKey(snapshot.blockingKey(key))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two agree, or nearly, in identifiers of a type. */
    public boolean agreesIn(Weighed pair, String type) {
        int field = fields.ofTypeNamed(type);
        return field >= 0 && ComparisonVector.level(pair.first, pair.second, field) > Levels.DIFFERENT;
    }

    /** What speaks for and against common control, strongest first. */
    public List<Evidence> evidence(Weighed pair) {
        return evidence.of(pair.first, pair.second, Relation.CONTROL);
    }

    /** What speaks for and against different identities in the same hands, strongest first. */
    public List<Evidence> evidenceOfOperation(Weighed pair) {
        return evidence.of(pair.first, pair.second, Relation.HANDS);
    }
}
