package io.ringsight.ingest.resemblance;

/** Signatures {@code from} to {@code to - 1}, findable by keys, a table for each sample. Immutable, thread-safe. */
final class SampledSegment {
    private final int from;
    private final int to;
    private final int halfRadius;
    private final KeyedTable[] tables;

    SampledSegment(Signatures signatures, int from, int to, ResemblanceParameters parameters) {
        this.from = from;
        this.to = to;
        var shape = SegmentShape.of(to - from, signatures.bits(), parameters);
        this.halfRadius = shape.halfRadius();
        this.tables = new KeyedTable[shape.samples()];
        var samples = BitSample.drawBesideWords(tables.length, shape.width(), signatures.bits(), parameters.seed());
        for (int s = 0; s < tables.length; s++) {
            tables[s] = new KeyedTable(signatures, from, to, samples[s], half(s, signatures.words()));
        }
    }

    /** One of the word that the sample has no bit of, see {@link BitSample#drawBesideWords}; the lower and the upper by turns. */
    private static int half(int sample, int words) {
        return sample % words * 2 + sample / words % 2;
    }

    int from() {
        return from;
    }

    int size() {
        return to - from;
    }

    long bytes() {
        long bytes = 0;
        for (KeyedTable table : tables) {
            bytes += table.bytes();
        }
        return bytes;
    }

    /** Hands over those whose key and half word are near those of the signature; some more than once. */
    void candidates(long[] signature, Candidates candidates) {
        candidates.begin(tables.length);
        for (KeyedTable table : tables) { // first all places, which do not wait for each other, then what is there
            candidates.locate(table, signature);
        }
        candidates.scan(tables, signature, halfRadius);
    }
}
