package io.ringsight.ingest.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.BitSet;

/**
 * Numbered things of several types in an order that depends on no key, but for runs of those that nothing else told apart.
 *
 * @param numbers int[n]; what is in a run may be put in another order
 * @param tied places whose thing is in the run of the place before; becomes fewer
 * @param types type of a number
 */
record CanonicalOrder(int[] numbers, BitSet tied, CountingSort.Key types) {
    int size() {
        return numbers.length;
    }

    int number(int place) {
        return numbers[place];
    }

    int type(int number) {
        return types.of(number);
    }

    /** Where the run of a place starts. */
    int run(int place) {
        return tied.previousClearBit(place);
    }

    /** Where the run of a place ends: the first place after it. */
    int runEnd(int place) {
        return tied.nextClearBit(place + 1);
    }

    /** Sorts each run, and splits it where the comparator tells two apart. */
    void refine(IntComparator by) {
        for (int place = tied.nextSetBit(0); place >= 0; ) {
            int end = runEnd(place);
            IntArrays.mergeSort(numbers, place - 1, end, by);
            for (int i = place; i < end; i++) {
                tied.set(i, by.compare(numbers[i - 1], numbers[i]) == 0);
            }
            place = tied.nextSetBit(end);
        }
    }
}
