package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.IdentifierType;
import java.util.Map;

/**
 * @param controlledAccounts c: how many other accounts the hands behind a random account control, on average
 * @param dependentBits what a further agreement of one {@link DependenceGroup} adds at most
 * @param types by name of the identifier type; others get the parameters of their kind
 */
public record EvidenceParameters(double controlledAccounts, double dependentBits, Map<String, TypeParameters> types) {
    public EvidenceParameters {
        types = Map.copyOf(types);
    }

    public static EvidenceParameters defaults() {
        return new EvidenceParameters(0.5, 1, BuiltInTypes.TABLE);
    }

    public TypeParameters of(IdentifierType type) {
        TypeParameters known = types.get(type.name());
        return known != null ? known : BuiltInTypes.ofKind(type.kind());
    }
}
