package io.ringsight.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a stream of bytes into records at line feeds, in CSV only at those outside quotes. Never holds more of a record than
 * the longest allowed: a longer line is refused by its number and skipped. A quote that is not closed within that, or within
 * a hundred lines, costs its line alone, and the next line is read afresh. Not thread-safe.
 */
final class RecordSplitter implements Closeable {
    private static final int BATCH_BYTES = 1 << 18;
    private static final int BATCH_RECORDS = 256;
    /** A quote open for longer is taken for a slip: otherwise a file of such slips would be read thousands of times over. */
    private static final int MOST_LINES = 100;

    private final InputStream in;
    private final boolean quotes;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] pushed = new byte[0];
    private int pushedPosition;
    private long line = 1;

    /** Where the cut stands with respect to quotes. */
    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    RecordSplitter(InputStream in, boolean quotes, int longest) {
        this.in = in;
        this.quotes = quotes;
        this.longest = longest;
    }

    /** The next records, or empty at the end. */
    Optional<RawRecords> next() throws IOException {
        var records = new RawRecords();
        while (records.count() + records.refused().size() < BATCH_RECORDS
                && records.length() < BATCH_BYTES
                && cutOne(records)) {}
        return records.isEmpty() ? Optional.empty() : Optional.of(records);
    }

    /** The line that the next record starts at, from 1. */
    long line() {
        return line;
    }

    private boolean cutOne(RawRecords records) throws IOException {
        long startLine = line;
        int start = records.length();
        Place place = Place.FIELD_START;
        int next = read();
        if (next < 0) {
            return false;
        }
        while (next >= 0) {
            if (next == '\n') {
                line++;
                if (place != Place.QUOTED) {
                    records.end(start, startLine);
                    return true;
                }
            } else if (quotes) {
                place = step(place, next);
            }
            records.append(next);
            if (records.length() - start > longest || line - startLine > MOST_LINES) {
                if (place == Place.QUOTED) {
                    giveBackAfterFirstLine(records, start, startLine);
                } else {
                    records.takeBack(start);
                    records.refuse(startLine, "is longer than " + longest + " bytes");
                    skipLine();
                }
                return true;
            }
            next = read();
        }
        if (place == Place.QUOTED) {
            giveBackAfterFirstLine(records, start, startLine);
        } else {
            records.end(start, startLine);
        }
        return true;
    }

    private static Place step(Place place, int next) {
        return switch (place) {
            case FIELD_START -> next == '"' ? Place.QUOTED : next == ',' ? Place.FIELD_START : Place.PLAIN;
            case PLAIN -> next == ',' ? Place.FIELD_START : Place.PLAIN;
            case QUOTED -> next == '"' ? Place.QUOTE_IN_QUOTED : Place.QUOTED;
            case QUOTE_IN_QUOTED -> next == '"' ? Place.QUOTED : next == ',' ? Place.FIELD_START : Place.PLAIN;
        };
    }

    private void giveBackAfterFirstLine(RawRecords records, int start, long startLine) throws IOException {
        byte[] taken = records.takeBack(start);
        records.refuse(startLine, "opens a quote that is not closed");
        int feed = 0;
        while (feed < taken.length && taken[feed] != '\n') {
            feed++;
        }
        line = startLine;
        if (feed == taken.length) {
            skipLine();
            return;
        }
        line++;
        int given = taken.length - feed - 1;
        int still = pushed.length - pushedPosition;
        byte[] again = new byte[given + still];
        System.arraycopy(taken, feed + 1, again, 0, given);
        System.arraycopy(pushed, pushedPosition, again, given, still);
        pushed = again;
        pushedPosition = 0;
    }

    private void skipLine() throws IOException {
        int next;
        do {
            next = read();
        } while (next >= 0 && next != '\n');
        line++;
    }

    private int read() throws IOException {
        if (pushedPosition < pushed.length) {
            return pushed[pushedPosition++] & 0xff;
        }
        if (position == limit) {
            limit = in.read(buffer, 0, buffer.length);
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
