package io.ringsight.gnn.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What one computation of the network sees, in compressed sparse rows: seeds first, then the accounts one step away, then two and so
 * on, so that what a layer needs is always a prefix. An account's row holds the identifiers it listens to; an identifier's row the
 * accounts that speak through it. Arrays are not copied.
 *
 * @param accounts int[reach(0)]: account number of the view
 * @param reach int[layers + 1]: accounts that layer l needs as input (0: all) and gives as output; the last are the seeds
 * @param heard int[layers]: identifiers that layer l listens to, by layer from the first
 * @param listenOffsets int[reach(1) + 1]
 * @param listenIdentifier int[listens]: local number of the identifier
 * @param listenPair int[listens]: pair number of the view
 * @param listenInside float[listens]: 1 when the account is itself among the identifier's sampled speakers, else 0
 * @param listenKept float[listens]: 1, or 0 when the pair is hidden
 * @param relation int[identifiers]
 * @param speakOffsets int[identifiers + 1]
 * @param speakAccount int[speaks]: local number of the account
 * @param speakPair int[speaks]: pair number of the view
 * @param speakKept float[speaks]: 1, or 0 when the pair is hidden
 */
public record Subgraph(
        int[] accounts,
        int[] reach,
        int[] heard,
        int[] listenOffsets,
        int[] listenIdentifier,
        int[] listenPair,
        float[] listenInside,
        float[] listenKept,
        int[] relation,
        int[] speakOffsets,
        int[] speakAccount,
        int[] speakPair,
        float[] speakKept) {

    public int seeds() {
        return reach[reach.length - 1];
    }

    /** The same with every listening hidden with that probability. */
    public Subgraph withHidden(double probability, RandomGenerator random) {
        float[] kept = listenKept.clone();
        for (int listen = 0; listen < kept.length; listen++) {
            kept[listen] = random.nextDouble() < probability ? 0 : kept[listen];
        }
        return new Subgraph(
                accounts,
                reach,
                heard,
                listenOffsets,
                listenIdentifier,
                listenPair,
                listenInside,
                kept,
                relation,
                speakOffsets,
                speakAccount,
                speakPair,
                speakKept);
    }

    /** int[layers]: pairs that each layer listens through. */
    public int[] listens() {
        int[] listens = new int[heard.length];
        for (int layer = 0; layer < listens.length; layer++) {
            listens[layer] = listenOffsets[reach[layer + 1]];
        }
        return listens;
    }

    /** int[layers]: pairs that each layer speaks through. */
    public int[] speaks() {
        int[] speaks = new int[heard.length];
        for (int layer = 0; layer < speaks.length; layer++) {
            speaks[layer] = speakOffsets[heard[layer]];
        }
        return speaks;
    }

    /** int[4 * layers + 1]: reach, heard, listens, speaks. */
    public int[] counts() {
        return Stream.of(reach, heard, listens(), speaks())
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** Edges that a forward pass adds up, over all layers and both directions. */
    public long edges() {
        return Arrays.stream(listens()).asLongStream().sum()
                + Arrays.stream(speaks()).asLongStream().sum();
    }
}
