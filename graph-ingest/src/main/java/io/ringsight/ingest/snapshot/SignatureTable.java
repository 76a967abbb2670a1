package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.resemblance.Signatures;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/** Signatures of numbered things of several types as they are added. Not thread-safe. */
final class SignatureTable {
    private final int[] bits; // by type; 0 where it has none
    private final long[][] packed; // by type: long[rows][words]
    private final int[] sizes; // by type
    private final CanonicalForm[] forms; // by type
    private int[] rows = new int[16]; // by number, row of its type + 1; 0 for none

    SignatureTable(int[] bits) {
        this.bits = bits;
        this.packed = new long[bits.length][16];
        this.sizes = new int[bits.length];
        this.forms = new CanonicalForm[bits.length];
        Arrays.setAll(forms, type -> CanonicalForm.identity(bits[type]));
    }

    boolean has(int number) {
        return number < rows.length && rows[number] != 0;
    }

    /** Adds a signature in the stored form. One of another length is of another configuration, and not comparable: it is left out. */
    void put(int type, int number, Bytes stored) {
        if (bits[type] == 0 || stored.array().length * Byte.SIZE != bits[type]) {
            return;
        }
        long[] words = CanonicalForm.unpacked(stored);
        int from = sizes[type] * words.length;
        if (from + words.length > packed[type].length) {
            packed[type] = Arrays.copyOf(packed[type], Math.addExact(from, Math.max(from >> 1, words.length)));
        }
        System.arraycopy(words, 0, packed[type], from, words.length);
        if (number >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(number + 1, rows.length + (rows.length >> 1)));
        }
        rows[number] = ++sizes[type];
    }

    /** Brings those of a type to canonical form; {@code order} tells which numbers are of the type and come in which order. */
    void canonicalise(int type, CanonicalOrder order) {
        var counted = new IntArrayList();
        var runs = new IntArrayList();
        int run = -1;
        for (int i = 0; i < order.size(); i++) {
            int number = order.number(i);
            if (has(number) && order.type(number) == type) {
                if (order.run(i) != run) {
                    run = order.run(i);
                    runs.add(counted.size());
                }
                counted.add(rows[number] - 1);
            }
        }
        runs.add(counted.size());
        forms[type] =
                new SignatureRuns(bits[type], packed[type], counted.toIntArray(), runs.toIntArray()).canonicalForm();
        forms[type].applyAll(packed[type], sizes[type]);
    }

    /** Of two of one type: those without first, then by what they are. */
    int compare(int type, int one, int other) {
        if (!has(one) || !has(other)) {
            return Boolean.compare(has(one), has(other));
        }
        int words = CanonicalForm.words(bits[type]);
        int a = (rows[one] - 1) * words;
        int b = (rows[other] - 1) * words;
        return Arrays.compareUnsigned(packed[type], a, a + words, packed[type], b, b + words);
    }

    /** Those of a type in canonical form, in the order of {@code numbers}, which may be of any type. */
    SignatureColumn column(int type, int[] numbers, CountingSort.Key typeOf) {
        int words = CanonicalForm.words(bits[type]);
        var signatures = new Signatures(Math.max(1, words) * Long.SIZE);
        var owners = new IntArrayList();
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i];
            if (has(number) && typeOf.of(number) == type) {
                int from = (rows[number] - 1) * words;
                signatures.add(Arrays.copyOfRange(packed[type], from, from + words));
                owners.add(i);
            }
        }
        return new SignatureColumn(forms[type], signatures, owners.toIntArray());
    }
}
