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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Token to identifier, face to those near it, in one snapshot. Beside it: 5 to 11 bytes an identifier, some 200 a face. Immutable, thread-safe. */
public final class MembershipIndex implements Newcomer.Directory {
    private final IdentityGraph graph;
    private final TokenTable identifiers;
    private final List<TokenTable> values = new ArrayList<>(); // by attribute
    private final @Nullable HammingIndex[] faces; // by type, null where values have no near ones

    private MembershipIndex(IdentityGraph graph) {
        this.graph = graph;
        identifiers = new TokenTable(graph.identifierCount());
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            identifiers.put(graph.identifierType(identifier), graph.token(identifier), identifier);
        }
        for (AccountAttribute attribute : AccountAttribute.values()) {
            var numbers = new TokenTable(graph.attributeValues(attribute));
            for (int value = 0; value < graph.attributeValues(attribute); value++) {
                numbers.put(0, graph.attributeToken(attribute, value), value);
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
        return identifiers.find(
                type,
                token,
                number -> graph.identifierType(number) == type
                        && graph.token(number).equals(token));
    }

    @Override
    public int attribute(AccountAttribute attribute, Token token) {
        return values.get(attribute.ordinal())
                .find(0, token, value -> graph.attributeToken(attribute, value).equals(token));
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
}
