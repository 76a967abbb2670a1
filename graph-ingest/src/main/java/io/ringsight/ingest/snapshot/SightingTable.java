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

    /** The column, trimmed; not a copy where it fits. */
    int[] identifiers() {
        return size == identifiers.length ? identifiers : Arrays.copyOf(identifiers, size);
    }

    /** The column, trimmed; not a copy where it fits. */
    long[] seenAt() {
        return size == seenAt.length ? seenAt : Arrays.copyOf(seenAt, size);
    }

    /** The column, trimmed; not a copy where it fits. */
    long[] recordedAt() {
        return size == recordedAt.length ? recordedAt : Arrays.copyOf(recordedAt, size);
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
        int[] order = CountingSort.stable(CountingSort.identity(size), rank.length, row -> rank[accounts[row]]);
        SightingTable grouped = gathered(CountingSort.stable(order, identifierCount, row -> identifiers[row]));
        grouped.tidy();
        return grouped;
    }

    /** Rows by (account, identifier); what else they are ordered by stays. */
    SightingTable sorted(int accountCount, int identifierCount) {
        int[] order = CountingSort.stable(CountingSort.identity(size), identifierCount, row -> identifiers[row]);
        return gathered(CountingSort.stable(order, accountCount, row -> accounts[row]));
    }

    int[] offsetsByAccount(int accountCount) {
        return offsets(accounts, accountCount);
    }

    int[] offsetsByIdentifier(int identifierCount) {
        return offsets(identifiers, identifierCount);
    }

    private int[] offsets(int[] column, int count) {
        int[] offsets = new int[count + 1];
        for (int row = 0; row < size; row++) {
            offsets[column[row] + 1]++;
        }
        return CountingSort.offsets(offsets);
    }

    void renumber(int[] accountNumber, int[] identifierNumber) {
        for (int row = 0; row < size; row++) {
            accounts[row] = accountNumber[accounts[row]];
            identifiers[row] = identifierNumber[identifiers[row]];
        }
    }

    private SightingTable gathered(int[] order) {
        var table = new SightingTable(order.length);
        for (int row : order) {
            table.set(table.size++, accounts[row], identifiers[row], seenAt[row], recordedAt[row]);
        }
        return table;
    }

    /** Sorts runs of one (account, identifier) by times and drops repeated moments, of which the first known stays. */
    private void tidy() {
        int kept = 0;
        int from = 0;
        while (from < size) {
            int to = from + 1;
            while (to < size && accounts[to] == accounts[from] && identifiers[to] == identifiers[from]) {
                to++;
            }
            if (to - from > 1) {
                sortRun(from, to);
            }
            int first = kept;
            for (int row = from; row < to; row++) {
                if (kept == first || seenAt[row] != seenAt[kept - 1]) {
                    set(kept++, accounts[row], identifiers[row], seenAt[row], recordedAt[row]);
                }
            }
            from = to;
        }
        size = kept;
    }

    private void sortRun(int from, int to) {
        int[] rows = new int[to - from];
        Arrays.setAll(rows, i -> from + i);
        IntArrays.quickSort(rows, (a, b) -> {
            int bySeen = Long.compare(seenAt[a], seenAt[b]);
            return bySeen != 0 ? bySeen : Long.compare(recordedAt[a], recordedAt[b]);
        });
        long[] seen = new long[rows.length];
        long[] recorded = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            seen[i] = seenAt[rows[i]];
            recorded[i] = recordedAt[rows[i]];
        }
        System.arraycopy(seen, 0, seenAt, from, rows.length);
        System.arraycopy(recorded, 0, recordedAt, from, rows.length);
    }
}
