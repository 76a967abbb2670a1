package io.ringsight.detect.evaluation;

import java.util.List;

/**
 * The truth about a population, aligned: position i of every part speaks of account i.
 *
 * @param accountIds sorted by code point
 * @param fraud boolean[accounts]
 * @param ring int[accounts], dense from 0, or -1 when in none
 * @param ringIds by position of the ring
 * @param reachableGroup int[accounts], dense from 0: members of one ring that anything at all connects share one; -1 when
 *     alone or in no ring
 * @param pattern of fraud or of honest sharing; empty for neither
 */
public record Truth(
        List<String> accountIds,
        boolean[] fraud,
        int[] ring,
        List<String> ringIds,
        int[] reachableGroup,
        List<String> pattern) {
    public Truth {
        accountIds = List.copyOf(accountIds);
        ringIds = List.copyOf(ringIds);
        pattern = List.copyOf(pattern);
    }

    public int size() {
        return accountIds.size();
    }
}
