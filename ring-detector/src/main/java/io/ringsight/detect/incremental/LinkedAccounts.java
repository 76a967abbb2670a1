package io.ringsight.detect.incremental;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** Accounts and the links that hold rings together, as they change: numbered by arrival. Not thread-safe. */
final class LinkedAccounts {
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final Int2ObjectOpenHashMap<Int2DoubleOpenHashMap> links = new Int2ObjectOpenHashMap<>();

    LinkedAccounts() {
        numbers.defaultReturnValue(-1);
    }

    int number(String accountId) {
        int number = numbers.getInt(accountId);
        if (number < 0) {
            number = ids.size();
            numbers.put(accountId, number);
            ids.add(accountId);
        }
        return number;
    }

    String id(int account) {
        return ids.get(account);
    }

    /** @param weight 0 for no link */
    void link(int a, int b, double weight) {
        put(a, b, weight);
        put(b, a, weight);
    }

    private void put(int from, int to, double weight) {
        if (weight > 0) {
            links.computeIfAbsent(from, _ -> new Int2DoubleOpenHashMap(4)).put(to, weight);
            return;
        }
        Int2DoubleOpenHashMap of = links.get(from);
        if (of != null) {
            of.remove(to);
            if (of.isEmpty()) {
                links.remove(from);
            }
        }
    }

    /** Far ends and weights; empty for an account without links. */
    Int2DoubleOpenHashMap links(int account) {
        return links.getOrDefault(account, NONE);
    }

    private static final Int2DoubleOpenHashMap NONE = new Int2DoubleOpenHashMap(0);

    /** All accounts that links lead to from these, with these. */
    IntOpenHashSet reachedFrom(int[] accounts) {
        var reached = new IntOpenHashSet(accounts);
        var waiting = new IntArrayList(reached);
        while (!waiting.isEmpty()) {
            var neighbours = links(waiting.popInt()).keySet().iterator();
            while (neighbours.hasNext()) {
                int next = neighbours.nextInt();
                if (reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return reached;
    }
}
