package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.resemblance.NearPairs;
import io.ringsight.ingest.resemblance.ResemblanceParameters;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/** Pairs of identifiers of one type whose signatures are near each other. Immutable, thread-safe. */
public final class NearIdentifiers {
    private final boolean wanted;
    private int[] one = new int[1_024];
    private int[] other = new int[1_024];
    private int size;

    private NearIdentifiers(boolean wanted) {
        this.wanted = wanted;
    }

    /** @param wanted false for none at all */
    static NearIdentifiers of(IdentityGraph graph, boolean wanted, Progress progress) {
        var near = new NearIdentifiers(wanted);
        for (int type = 0; wanted && type < graph.types().size(); type++) {
            near.join(graph, type, progress);
        }
        return near;
    }

    private void join(IdentityGraph graph, int type, Progress progress) {
        Signatures signatures = graph.signatures(type);
        if (signatures.size() < 2) {
            return;
        }
        int threads = Runtime.getRuntime().availableProcessors();
        var pairs =
                NearPairs.join(signatures, parameters(graph.types().get(type), signatures.bits()), threads, progress);
        for (int pair = 0; pair < pairs.size(); pair++) {
            int a = graph.identifierOfSignature(type, pairs.a()[pair]);
            int b = graph.identifierOfSignature(type, pairs.b()[pair]);
            if (!graph.isPlaceholder(a) && !graph.isPlaceholder(b)) {
                add(a, b);
            }
        }
    }

    private static ResemblanceParameters parameters(IdentifierType type, int bits) {
        return type.kind() == IdentifierKind.BITS
                ? bits(bits)
                : new ResemblanceParameters((int) (Levels.slip(bits) * bits), 0.95, 16, 0);
    }

    /** How bit hashes of that length are searched: within 56 of 256 bits. */
    public static ResemblanceParameters bits(int bits) {
        return new ResemblanceParameters(56 * bits / 256, 0.90, 64, 0);
    }

    private void add(int a, int b) {
        if (size == one.length) {
            one = Arrays.copyOf(one, size * 2);
            other = Arrays.copyOf(other, size * 2);
        }
        one[size] = a;
        other[size++] = b;
    }

    /** Whether resemblance plays a part. */
    boolean isWanted() {
        return wanted;
    }

    int size() {
        return size;
    }

    int one(int pair) {
        return one[pair];
    }

    int other(int pair) {
        return other[pair];
    }
}
