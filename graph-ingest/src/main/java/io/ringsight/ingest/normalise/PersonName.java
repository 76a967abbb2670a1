package io.ringsight.ingest.normalise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A name as given names and surname, folded. "Surname, given names" is understood; otherwise the last word, with the
 * particles before it, is the surname. Titles and suffixes do not count. One word alone is a given name.
 */
public record PersonName(Optional<String> given, Optional<String> surname) {
    private static final Set<String> PARTICLES = Set.of(
            "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "la", "le", "van", "von", "zu",
            "bin", "ibn", "al", "el", "ter", "ten");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    /** Splits a raw name. */
    public static PersonName of(String raw) {
        int comma = raw.indexOf(',');
        if (comma > 0) {
            String surname = FoldedText.of(raw.substring(0, comma));
            List<String> given = bare(FoldedText.of(raw.substring(comma + 1)));
            if (!surname.isEmpty() && !given.isEmpty()) {
                return new PersonName(Optional.of(String.join(" ", given)), Optional.of(surname));
            }
        }
        List<String> words = bare(FoldedText.of(raw));
        if (words.isEmpty()) {
            return new PersonName(Optional.empty(), Optional.empty());
        }
        int first = words.size() - 1;
        while (first > 1 && PARTICLES.contains(words.get(first - 1))) {
            first--;
        }
        if (first == 0) {
            return new PersonName(Optional.of(words.getFirst()), Optional.empty());
        }
        return new PersonName(
                Optional.of(String.join(" ", words.subList(0, first))),
                Optional.of(String.join(" ", words.subList(first, words.size()))));
    }

    private static List<String> bare(String folded) {
        if (folded.isEmpty()) {
            return List.of();
        }
        List<String> words = Arrays.asList(folded.split(" "));
        int from = 0;
        int to = words.size();
        while (to - from > 1 && TITLES.contains(words.get(from))) {
            from++;
        }
        while (to - from > 2 && SUFFIXES.contains(words.get(to - 1))) {
            to--;
        }
        return words.subList(from, to);
    }

    /** Never shows the name. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
