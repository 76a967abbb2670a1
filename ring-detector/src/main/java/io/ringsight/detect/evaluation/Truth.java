package io.ringsight.detect.evaluation;

import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * The truth about a population, aligned: position i of every part speaks of account i.
 *
 * @param accountIds sorted by code point
 * @param fraud boolean[accounts]
 * @param ring int[accounts], dense from 0, or -1 when in none
 * @param ringIds by position of the ring
 * @param reachableGroup int[accounts], dense from 0: members of one ring that anything at all connects share one, and a member
 *     that nothing connects may have one of its own; -1 in no ring or when not told
 * @param person int[accounts], dense from 0: accounts of one honest person share one; -1 when not told
 * @param pattern of fraud or of honest sharing; empty for neither
 */
public record Truth(
        List<String> accountIds,
        boolean[] fraud,
        int[] ring,
        List<String> ringIds,
        int[] reachableGroup,
        int[] person,
        List<String> pattern) {
    public Truth {
        accountIds = List.copyOf(accountIds);
        ringIds = List.copyOf(ringIds);
        pattern = List.copyOf(pattern);
    }

    /**
     * Aligns the truth about those accounts that are known. Without any reachable group told, nobody is in one.
     *
     * @param truths at most one an account
     * @param known whether an account can be scored at all
     */
    public static Truth of(List<AccountTruth> truths, Predicate<String> known) {
        List<AccountTruth> sorted = truths.stream()
                .filter(truth -> known.test(truth.accountId()))
                .sorted(Comparator.comparing(AccountTruth::accountId, CodePointOrder.INSTANCE))
                .toList();
        boolean[] fraud = new boolean[sorted.size()];
        int[] ring = new int[sorted.size()];
        int[] group = new int[sorted.size()];
        int[] person = new int[sorted.size()];
        SequencedMap<String, Integer> rings = new LinkedHashMap<>();
        Map<Group, Integer> groups = new HashMap<>();
        Map<String, Integer> persons = new HashMap<>();
        for (int i = 0; i < ring.length; i++) {
            AccountTruth truth = sorted.get(i);
            fraud[i] = truth.verdict() == Verdict.FRAUD;
            ring[i] = truth.ringId().map(id -> number(rings, id)).orElse(-1);
            person[i] = truth.personId().map(id -> number(persons, id)).orElse(-1);
            int here = ring[i];
            group[i] = here < 0
                    ? -1
                    : truth.reachableGroup()
                            .map(name -> number(groups, new Group(here, name)))
                            .orElse(-1);
        }
        return new Truth(
                sorted.stream().map(AccountTruth::accountId).toList(),
                fraud,
                ring,
                new ArrayList<>(rings.sequencedKeySet()),
                group,
                person,
                sorted.stream().map(AccountTruth::pattern).toList());
    }

    /** A group is named within its ring. */
    private record Group(int ring, String name) {}

    private static <K> int number(Map<K, Integer> numbers, K key) {
        return numbers.computeIfAbsent(key, _ -> numbers.size());
    }

    Truth withReachableGroup(int[] groups) {
        return new Truth(accountIds, fraud, ring, ringIds, groups, person, pattern);
    }

    /**
     * int[accounts], from 0, or -1: who is under common control, in a ring or as several accounts of one honest person. What
     * links and rings of any risk are held against.
     */
    public int[] commonControl() {
        int rings = ringIds.size();
        int[] control = new int[size()];
        Arrays.setAll(control, i -> ring[i] >= 0 || person[i] < 0 ? ring[i] : rings + person[i]);
        return control;
    }

    /** What an account really is, in a word: its pattern, or fraud, or honest. */
    String what(int account) {
        return !pattern.get(account).isEmpty() ? pattern.get(account) : fraud[account] ? "fraud" : "honest";
    }

    public int size() {
        return accountIds.size();
    }
}
