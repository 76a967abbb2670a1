package io.ringsight.detect.membership;

import io.ringsight.detect.evidence.NearIdentifiers;
import io.ringsight.detect.evidence.Newcomer;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.resemblance.HammingIndex;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Token to identifier, face to those near it, in one snapshot. Beside it: 8 to 16 bytes an identifier. Immutable, thread-safe. */
public final class MembershipIndex implements Newcomer.Directory {
    private final IdentityGraph graph;
    private final int[] slots; // identifier + 1, 0 where free; a power of two, at most half full
    private final List<Map<Token, Integer>> values = new ArrayList<>(); // by attribute
    private final @Nullable HammingIndex[] faces; // by type, null where values have no near ones

    private MembershipIndex(IdentityGraph graph) {
        this.graph = graph;
        slots = new int[Integer.highestOneBit(Math.max(4, graph.identifierCount())) * 4];
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            slots[slot(graph.identifierType(identifier), graph.token(identifier))] = identifier + 1;
        }
        for (AccountAttribute attribute : AccountAttribute.values()) {
            Map<Token, Integer> numbers = HashMap.newHashMap(graph.attributeValues(attribute));
            for (int value = 0; value < graph.attributeValues(attribute); value++) {
                numbers.put(graph.attributeToken(attribute, value), value);
            }
            values.add(numbers);
        }
        faces = new @Nullable HammingIndex[graph.types().size()];
        for (int type = 0; type < faces.length; type++) {
            if (graph.types().get(type).kind() == IdentifierKind.BITS) {
                Signatures signatures = graph.signatures(type);
                faces[type] = new HammingIndex(signatures, NearIdentifiers.bits(signatures.bits()));
            }
        }
    }

    public static MembershipIndex of(IdentityGraph graph) {
        return new MembershipIndex(graph);
    }

    @Override
    public int identifier(int type, Token token) {
        return slots[slot(type, token)] - 1;
    }

    @Override
    public int attribute(AccountAttribute attribute, Token token) {
        return values.get(attribute.ordinal()).getOrDefault(token, -1);
    }

    @Override
    public int[] blockingKeys(int type, long[] keys) {
        return graph.knownBlockingKeys(type, keys);
    }

    @Override
    public int[] near(int type, long[] signature) {
        HammingIndex index = faces[type];
        if (index == null) {
            return new int[0];
        }
        int[] rows = index.query(signature).numbers();
        int[] near = new int[rows.length];
        for (int i = 0; i < near.length; i++) {
            near[i] = graph.identifierOfSignature(type, rows[i]);
        }
        return near;
    }

    /** Where the identifier stands, or the free slot where it would. */
    private int slot(int type, Token token) {
        int mask = slots.length - 1;
        long mixed = (token.high() ^ token.low() + type) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0) {
            int identifier = slots[slot] - 1;
            if (graph.identifierType(identifier) == type
                    && graph.token(identifier).equals(token)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
