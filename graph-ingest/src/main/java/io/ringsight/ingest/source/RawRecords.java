package io.ringsight.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbouring records of one file as bytes, each followed by a line feed, with the lines they start at. */
final class RawRecords {
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] lines = new long[64];
    private int count;
    private final List<Refused> refused = new ArrayList<>();

    /** A record that could not be cut out. */
    record Refused(long line, String reason) {}

    void append(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** Ends the record that began at {@code start}; a carriage return before the end is not part of it. */
    void end(int start, long line) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            lines = Arrays.copyOf(lines, count * 2);
        }
        if (length > start && bytes[length - 1] == '\r') {
            length--;
        }
        starts[count] = start;
        ends[count] = length;
        lines[count++] = line;
        append('\n');
    }

    /** Forgets what was appended since {@code start}, and returns it. */
    byte[] takeBack(int start) {
        byte[] taken = Arrays.copyOfRange(bytes, start, length);
        length = start;
        return taken;
    }

    void refuse(long line, String reason) {
        refused.add(new Refused(line, reason));
    }

    int length() {
        return length;
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0 && refused.isEmpty();
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int record) {
        return starts[record];
    }

    int end(int record) {
        return ends[record];
    }

    long line(int record) {
        return lines[record];
    }

    boolean isBlank(int record) {
        for (int i = starts[record]; i < ends[record]; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    List<Refused> refused() {
        return refused;
    }
}
