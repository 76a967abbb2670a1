package io.ringsight.detect.lineage;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was learned between two detections about some accounts. */
@FunctionalInterface
public interface Causes {
    /** Causes that an event names, at most. */
    int MOST = 20;

    /** In order of time, at most {@value #MOST}; none of the first detection. */
    List<Cause> about(Collection<String> accounts);

    /** The first detection: all that there is may be a cause, so that nothing in particular is. */
    static Causes unknown() {
        return _ -> List.of();
    }

    /**
     * @param learned by account, each list in order of time
     * @param epoch what is to blame where nothing was learned
     */
    static Causes of(Map<String, List<Cause>> learned, Cause epoch) {
        return accounts -> {
            Set<Cause> causes = new HashSet<>();
            accounts.forEach(account -> causes.addAll(learned.getOrDefault(account, List.of())));
            return causes.isEmpty()
                    ? List.of(epoch)
                    : causes.stream()
                            .sorted(Comparator.comparingLong(Cause::at)
                                    .thenComparing(Cause::kind)
                                    .thenComparing(Cause::of))
                            .limit(MOST)
                            .toList();
        };
    }
}
