package io.ringsight.detect.evaluation.opponent;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields that are compared by level: attributes, then identifier types. A type beyond the {@value #TYPES}th takes no part,
 * so that a pattern fits into 63 bits. Immutable.
 *
 * @param types int[fields - attributes], ordinals of the types that take part
 * @param names of the fields
 */
record LevelFields(int[] types, List<String> names) {
    static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();
    static final int TYPES = 18;

    /** What one person has, and no two. */
    private static final List<String> IDENTIFYING = List.of("document", "biometric", "tax_id");

    static LevelFields of(IdentifierTypes all) {
        int[] types = IntStream.range(0, Math.min(TYPES, all.size())).toArray();
        return new LevelFields(
                types,
                Stream.concat(
                                Stream.of(ATTRIBUTES).map(a -> a.name().toLowerCase(Locale.ROOT)),
                                IntStream.of(types)
                                        .mapToObj(type -> all.get(type).name()))
                        .toList());
    }

    int count() {
        return names.size();
    }

    /** The field of a type, or -1. */
    int ofType(int type) {
        return type < types.length ? ATTRIBUTES.length + type : -1;
    }

    static int of(AccountAttribute attribute) {
        return attribute.ordinal();
    }

    /** Fields of the types whose values one person has, and no two. */
    int[] identifying() {
        return IDENTIFYING.stream()
                .mapToInt(names::indexOf)
                .filter(field -> field >= 0)
                .toArray();
    }
}
