package io.ringsight.ingest.simulate;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** An application being made up. Mutable, one thread. */
final class Draft {
    static final Comparator<Draft> IN_TIME = Comparator.comparingLong(draft -> draft.createdAt);

    final Person person;
    final long createdAt; // milliseconds since 1970 UTC
    final String ring; // empty when in none
    final String pattern; // empty when honest
    private final Map<String, String> shown = new TreeMap<>();
    double exposure;

    Draft(Person person, long createdAt, String ring, String pattern) {
        this.person = person;
        this.createdAt = createdAt;
        this.ring = ring;
        this.pattern = pattern;
    }

    boolean fraud() {
        return !pattern.isEmpty();
    }

    /** Identifier type to value, in order of type. */
    Map<String, String> shown() {
        return shown;
    }

    void show(String type, String value) {
        shown.put(type, value);
    }

    /** Changes what is shown of a type, where something is. */
    void swap(String type, String value) {
        shown.computeIfPresent(type, (_, _) -> value);
    }

    /** What is shown of a type; the person's own is shown first when nothing was. */
    String showing(String type) {
        return shown.computeIfAbsent(type, person::own);
    }
}
