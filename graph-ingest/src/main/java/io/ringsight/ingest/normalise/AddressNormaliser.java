package io.ringsight.ingest.normalise;

import java.util.Map;
import java.util.StringJoiner;

/**
 * Postal addresses: folded text with the commonest English abbreviations written out. Order is kept: no attempt is made to
 * take an address apart.
 */
final class AddressNormaliser {
    private static final int FEWEST_LETTERS = 5;
    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("st", "street"),
            Map.entry("str", "street"),
            Map.entry("rd", "road"),
            Map.entry("ave", "avenue"),
            Map.entry("av", "avenue"),
            Map.entry("blvd", "boulevard"),
            Map.entry("dr", "drive"),
            Map.entry("ln", "lane"),
            Map.entry("ct", "court"),
            Map.entry("cres", "crescent"),
            Map.entry("pl", "place"),
            Map.entry("sq", "square"),
            Map.entry("hwy", "highway"),
            Map.entry("pkwy", "parkway"),
            Map.entry("ter", "terrace"),
            Map.entry("apt", "apartment"),
            Map.entry("ste", "suite"),
            Map.entry("fl", "floor"),
            Map.entry("bldg", "building"));

    private AddressNormaliser() {}

    static Outcome normalise(String raw) {
        String folded = FoldedText.of(raw);
        if (folded.isEmpty()) {
            return Outcome.NormalForm.unverified(ExactText.of(raw));
        }
        var address = new StringJoiner(" ");
        for (String word : folded.split(" ")) {
            address.add(WRITTEN_OUT.getOrDefault(word, word));
        }
        boolean plausible = folded.length() >= FEWEST_LETTERS
                && folded.chars().anyMatch(Character::isLetter)
                && !Placeholder.isWord(folded);
        return plausible
                ? Outcome.NormalForm.verified(address.toString())
                : Outcome.NormalForm.unverified(address.toString());
    }
}
