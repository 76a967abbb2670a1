package io.ringsight.detect.evidence;

import java.util.Arrays;

/**
 * The things that two accounts and at least a third one share: things by number, blocking keys by their number after those. Mutable,
 * reused.
 */
final class SharedThings {
    private int[] things = new int[8];
    private int size;
    private int rarest;
    private int degree;

    void clear() {
        size = 0;
        rarest = -1;
        degree = Integer.MAX_VALUE;
    }

    void add(int thing, int users) {
        if (size == things.length) {
            things = Arrays.copyOf(things, size * 2);
        }
        things[size++] = thing;
        if (users < degree) {
            degree = users;
            rarest = thing;
        }
    }

    int size() {
        return size;
    }

    int get(int index) {
        return things[index];
    }

    /** The one that fewest use, or -1. */
    int rarest() {
        return rarest;
    }

    /** Its users; 2 when there is none. */
    int degree() {
        return rarest < 0 ? 2 : degree;
    }
}
