package io.ringsight.detect.evaluation;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A risky ring of the product that joins who does not belong together.
 *
 * @param accounts scored accounts in it
 * @param fraud how many of them are fraudulent
 * @param trueRings how many true rings they come from
 * @param wrongPairs pairs in it that are in no true ring together
 * @param patterns how many accounts of each pattern
 * @param evidence what the links between accounts that do not belong together rest on: code and how often, most often first
 * @param examples some account ids, fraudulent ones first
 */
public record FalseMerge(
        int accounts,
        int fraud,
        int trueRings,
        long wrongPairs,
        double risk,
        Map<String, Integer> patterns,
        SequencedMap<String, Integer> evidence,
        List<String> examples) {}
