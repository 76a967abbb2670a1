package io.ringsight.detect.evidence;

import io.ringsight.detect.evidence.Resemblance.Kind;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds which identifiers of two accounts were weighed as near, and what that says. Immutable, thread-safe. */
final class ResemblanceSearch {
    private final IdentityGraph graph;
    private final Frequencies frequencies;
    private final Fields fields;
    private final double[][] likelihood; // double[fields][levels], bits

    ResemblanceSearch(IdentityGraph graph, Frequencies frequencies, Fields fields, PairModel model) {
        this.graph = graph;
        this.frequencies = frequencies;
        this.fields = fields;
        likelihood = new double[fields.size()][Levels.COUNT];
        double before = PairModel.bits(model.prior(), Relation.CONTROL);
        for (int field = Fields.FIRST_TYPE; field < fields.size(); field++) {
            for (int level = 0; level < Levels.COUNT; level++) {
                double[] logs = model.prior();
                model.add(field, level, logs);
                likelihood[field][level] = PairModel.bits(logs, Relation.CONTROL) - before;
            }
        }
    }

    /** Where two identifiers go that are near. */
    interface Sink {
        void add(int one, int other, int level);
    }

    /** Whether two accounts that compare so have near identifiers. */
    boolean isAny(long first, long second) {
        for (int field = Fields.FIRST_TYPE; field < fields.size(); field++) {
            if (isNearLevel(field, ComparisonVector.level(first, second, field))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a level of a field says that identifiers are near, not equal. */
    boolean isNearLevel(int field, int level) {
        return kind(field, level).isPresent();
    }

    /** The identifiers by which two accounts that compare so were found to be near: those of the level that was weighed. */
    void between(AccountView a, AccountView b, long first, long second, Sink sink) {
        for (int i = 0; i < a.size; i++) {
            int field = fields.ofType(a.types[i]);
            int level = field < 0 ? Levels.MISSING : ComparisonVector.level(first, second, field);
            if (!isNearLevel(field, level)) {
                continue;
            }
            for (int j = 0; j < b.size; j++) {
                if (b.types[j] == a.types[i]
                        && a.identifiers[i] != b.identifiers[j]
                        && level(a.identifiers[i], b.identifiers[j]) == level) {
                    sink.add(a.identifiers[i], b.identifiers[j], level);
                }
            }
        }
    }

    /** What two identifiers of the snapshot that are near each other at that level say. */
    Resemblance resemblance(int one, int other, int level) {
        int type = graph.identifierType(one);
        boolean inOrder = graph.token(one).compareTo(graph.token(other)) <= 0;
        return new Resemblance(
                inOrder ? one : other,
                inOrder ? other : one,
                kind(fields.ofType(type), level).orElseThrow(),
                distance(one, other),
                graph.types().get(type).signatureBits(),
                likelihoodBits(one, level));
    }

    double likelihoodBits(int identifier, int level) {
        return ofLevel(fields.ofType(graph.identifierType(identifier)), level);
    }

    /** What a level of a field says for common control, before anything else is known. */
    double ofLevel(int field, int level) {
        return likelihood[field][level];
    }

    /** In how many bits their signatures differ, of two identifiers of one type. */
    OptionalInt distance(int one, int other) {
        int a = graph.signatureOf(one);
        int b = graph.signatureOf(other);
        return a < 0 || b < 0
                ? OptionalInt.empty()
                : OptionalInt.of(graph.signatures(graph.identifierType(one)).distance(a, b));
    }

    private Optional<Kind> kind(int field, int level) {
        if (field < 0 || level < Levels.EQUAL) {
            return Optional.empty();
        }
        if (fields.isBits(field)) {
            return Levels.isNearBits(level) ? Optional.of(Kind.BITS) : Optional.empty();
        }
        return switch (level) {
            case Levels.SERIES -> Optional.of(Kind.SERIES);
            case Levels.FAMILY -> Optional.of(Kind.FAMILY);
            case Levels.SLIP -> Optional.of(Kind.SLIP);
            default -> Optional.empty(); // equal, or of a form that many have
        };
    }

    /** Whether two identifiers are of one type and near each other in any of the ways that are weighed. */
    boolean isNear(int one, int other) {
        int field = fields.ofType(graph.identifierType(one));
        boolean oneType = graph.identifierType(one) == graph.identifierType(other);
        return field >= 0 && oneType && kind(field, level(one, other)).isPresent();
    }

    /** How near two identifiers of one type are, as {@link PairComparison} has it for accounts. */
    private int level(int one, int other) {
        Signatures signatures = graph.signatures(graph.identifierType(one));
        OptionalInt distance = distance(one, other);
        if (fields.isBits(fields.ofType(graph.identifierType(one)))) {
            return distance.isPresent() ? Levels.ofDistance(distance.getAsInt(), signatures.bits()) : Levels.DIFFERENT;
        }
        int level = blocked(one, other);
        boolean slip = distance.isPresent()
                && distance.getAsInt() <= (int) (Levels.slip(signatures.bits()) * signatures.bits());
        return level == Levels.CROWDED && slip ? Levels.SLIP : level;
    }

    private int blocked(int one, int other) {
        int level = Levels.CROWDED;
        for (int i = graph.firstBlockingKey(one); i < graph.firstBlockingKey(one + 1); i++) {
            for (int j = graph.firstBlockingKey(other); j < graph.firstBlockingKey(other + 1); j++) {
                int key = graph.blockingKey(i);
                if (key == graph.blockingKey(j)) {
                    boolean crowded = frequencies.accountsBehind(key) > PairComparison.CROWDED_KEY;
                    level = Math.min(level, PairComparison.level(graph.blockingKind(key), crowded));
                }
            }
        }
        return level;
    }
}
