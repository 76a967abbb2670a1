package io.ringsight.ingest.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** Sightings as four columns, with linear-time sorts. Not thread-safe. */
final class SightingTable {
    private int[] accounts;
    private int[] identifiers;
    private long[] seenAt;
    private long[] recordedAt;
    private int size;

    SightingTable() {
        this(16);
    }

    private SightingTable(int capacity) {
        accounts = new int[capacity];
        identifiers = new int[capacity];
        seenAt = new long[capacity];
        recordedAt = new long[capacity];
    }

    int size() {
        return size;
    }

    int account(int row) {
        return accounts[row];
    }

    int identifier(int row) {
        return identifiers[row];
    }

    long seenAt(int row) {
        return seenAt[row];
    }

    long recordedAt(int row) {
        return recordedAt[row];
    }

    void add(int account, int identifier, long seen, long recorded) {
        if (size == accounts.length) {
            int capacity = size + (size >> 1);
            accounts = Arrays.copyOf(accounts, capacity);
            identifiers = Arrays.copyOf(identifiers, capacity);
            seenAt = Arrays.copyOf(seenAt, capacity);
            recordedAt = Arrays.copyOf(recordedAt, capacity);
        }
        set(size++, account, identifier, seen, recorded);
    }

    private void set(int row, int account, int identifier, long seen, long recorded) {
        accounts[row] = account;
        identifiers[row] = identifier;
        seenAt[row] = seen;
        recordedAt[row] = recorded;
    }

    /** Rows by (identifier, rank of account, seen_at), each (account, identifier, seen_at) once. */
    SightingTable groupedByIdentifier(int[] rank, int identifierCount) {
        int[] accountRanks = new int[size];
        for (int row = 0; row < size; row++) {
            accountRanks[row] = rank[accounts[row]];
        }
        int[] order = stableOrder(accountRanks, rank.length, identity(size));
        order = stableOrder(identifiers, identifierCount, order);
        return gathered(order).tidied();
    }

    /** Rows by (account, identifier, seen_at). */
    SightingTable sorted(int accountCount, int identifierCount) {
        int[] order = stableOrder(identifiers, identifierCount, identity(size));
        return gathered(stableOrder(accounts, accountCount, order));
    }

    int[] offsetsByIdentifier(int identifierCount) {
        int[] offsets = new int[identifierCount + 1];
        for (int row = 0; row < size; row++) {
            offsets[identifiers[row] + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        return offsets;
    }

    void renumber(int[] accountNumber, int[] identifierNumber) {
        for (int row = 0; row < size; row++) {
            accounts[row] = accountNumber[accounts[row]];
            identifiers[row] = identifierNumber[identifiers[row]];
        }
    }

    private SightingTable gathered(int[] order) {
        var table = new SightingTable(size);
        for (int row : order) {
            table.set(table.size++, accounts[row], identifiers[row], seenAt[row], recordedAt[row]);
        }
        return table;
    }

    /** Sorts runs of one (account, identifier) by times and drops repeated moments. */
    private SightingTable tidied() {
        var table = new SightingTable(size);
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && accounts[to] == accounts[from] && identifiers[to] == identifiers[from]) {
                to++;
            }
            appendRun(table, from, to);
            from = to;
        }
        return table;
    }

    private void appendRun(SightingTable table, int from, int to) {
        int[] rows = new int[to - from];
        Arrays.setAll(rows, i -> from + i);
        IntArrays.quickSort(rows, (a, b) -> {
            int bySeen = Long.compare(seenAt[a], seenAt[b]);
            return bySeen != 0 ? bySeen : Long.compare(recordedAt[a], recordedAt[b]);
        });
        long previous = 0;
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (i == 0 || seenAt[row] != previous) {
                table.set(table.size++, accounts[row], identifiers[row], seenAt[row], recordedAt[row]);
            }
            previous = seenAt[row];
        }
    }

    private static int[] identity(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return order;
    }

    /** Counting sort: the given order, rearranged by key and else left as it is. */
    private static int[] stableOrder(int[] keys, int keyCount, int[] order) {
        int[] next = new int[keyCount + 1];
        for (int row : order) {
            next[keys[row] + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[keys[row]]++] = row;
        }
        return sorted;
    }
}
