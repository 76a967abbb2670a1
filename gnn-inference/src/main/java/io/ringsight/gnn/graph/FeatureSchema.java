package io.ringsight.gnn.graph;

import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.List;
import java.util.Optional;

/**
 * What the columns of a model's input mean, in order. Two tables fit one model only when their schemas are equal.
 *
 * @param relations names of the identifier types
 * @param pairs names of the columns of {@link PairFeatures}
 * @param accounts names of the columns of the accounts' table
 */
public record FeatureSchema(List<String> relations, List<String> pairs, List<String> accounts) {
    /** Raise it when a column keeps its name and changes its meaning. */
    private static final String VERSION = "1";

    public FeatureSchema {
        relations = List.copyOf(relations);
        pairs = List.copyOf(pairs);
        accounts = List.copyOf(accounts);
    }

    /** 16 hexadecimal digits that differ, as good as surely, when anything of the schema does. */
    public String hash() {
        String text = VERSION + "|" + String.join(",", relations) + "|" + String.join(",", pairs) + "|"
                + String.join(",", accounts);
        return "%016x".formatted(AccountHash.of(text));
    }

    /** @throws RingsightException when a model of this schema cannot read what has the other one */
    public void require(FeatureSchema given) {
        if (!equals(given)) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "The model reads features of schema " + hash() + ", not of " + given.hash() + ": "
                            + difference(given) + ".",
                    "Maybe train a new model: identifier types or features have changed since.");
        }
    }

    private String difference(FeatureSchema given) {
        return first("relation", relations, given.relations)
                .or(() -> first("pair column", pairs, given.pairs))
                .or(() -> first("account column", accounts, given.accounts))
                .orElse("nothing");
    }

    private static Optional<String> first(String what, List<String> expected, List<String> given) {
        for (int i = 0; i < Math.max(expected.size(), given.size()); i++) {
            String ours = i < expected.size() ? expected.get(i) : "none";
            String theirs = i < given.size() ? given.get(i) : "none";
            if (!ours.equals(theirs)) {
                return Optional.of(what + " " + i + " is " + theirs + " where " + ours + " is expected");
            }
        }
        return Optional.empty();
    }
}
