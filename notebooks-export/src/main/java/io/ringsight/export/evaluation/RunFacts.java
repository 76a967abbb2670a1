package io.ringsight.export.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What produced a scorecard, for whoever wants to produce it again: command, files, versions. In the order of the page. */
public record RunFacts(SequencedMap<String, String> entries) {
    public RunFacts {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    Map<String, String> asMap() {
        return entries;
    }
}
