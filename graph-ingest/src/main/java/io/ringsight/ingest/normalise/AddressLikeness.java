package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.BlockingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What addresses in one building have in common. */
final class AddressLikeness {
    private static final Set<String> DESIGNATORS = Set.of(
            "flat",
            "apartment",
            "apartments",
            "appartment",
            "unit",
            "suite",
            "floor",
            "room",
            "rm",
            "apto",
            "apartamento",
            "piso");

    private static final Pattern ORDINAL = Pattern.compile("[0-9]+(st|nd|rd|th)|ground|first|second|third");

    private AddressLikeness() {}

    static Likeness of(String address) {
        String building = building(address);
        return new Likeness(
                false,
                Grams.bigrams(address),
                building.isEmpty() ? List.of() : List.of(new BlockingText(BlockingKind.BUILDING, building)));
    }

    /** The address without the words for a part of a house and the numbers that go with them: "flat 3", "3rd floor". */
    private static String building(String address) {
        List<String> kept = new ArrayList<>();
        String[] words = address.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (!DESIGNATORS.contains(words[i])) {
                kept.add(words[i]);
            } else if (i + 1 < words.length && isPart(words[i + 1])) {
                i++;
            } else if (!kept.isEmpty() && isOrdinal(kept.getLast())) {
                kept.removeLast();
            }
        }
        return String.join(" ", kept);
    }

    private static boolean isPart(String word) {
        return word.length() == 1 || word.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isOrdinal(String word) {
        return ORDINAL.matcher(word).matches();
    }
}
