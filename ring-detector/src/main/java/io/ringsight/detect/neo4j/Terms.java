package io.ringsight.detect.neo4j;

import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.ring.Reason;
import java.util.List;

/**
 * Reasons and evidence as text that loses nothing: {@code CODE:bits} and {@code CODE:bits:type}, bits in full. There are few codes and types:
 * each is held once.
 */
final class Terms {
    private Terms() {}

    static List<String> ofReasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code() + ':' + reason.bits())
                .toList();
    }

    static List<Reason> reasons(List<String> terms) {
        return terms.stream()
                .map(term -> {
                    int colon = term.indexOf(':');
                    return new Reason(term.substring(0, colon).intern(), Double.parseDouble(term.substring(colon + 1)));
                })
                .toList();
    }

    static List<String> ofEvidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(item -> item.code() + ':' + item.bits() + ':' + item.field())
                .toList();
    }

    static List<Evidence> evidence(List<String> terms) {
        return terms.stream()
                .map(term -> {
                    int first = term.indexOf(':');
                    int last = term.lastIndexOf(':');
                    return new Evidence(
                            term.substring(0, first).intern(),
                            Double.parseDouble(term.substring(first + 1, last)),
                            term.substring(last + 1).intern());
                })
                .toList();
    }
}
