package io.ringsight.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final String DOCUMENT = "passport:GB:AB0501234";
    private static final Dials CLEAN = Dials.usual().with("text.typo", 0).with("text.ocr", 0);

    @Test
    void writesOneThingInSeveralUsualWays() {
        for (Item item : List.of(
                Item.own("address", "Flat 3, 12 Alder Street, 12345 Northwick"),
                Item.own("document", DOCUMENT),
                Item.own("phone", "+88801234567890"),
                Item.own("tax_id", "901012345"),
                Item.own("payment", "iban:DE02900000000000000000"))) {
            Set<String> written = written(item, CLEAN.with("text.format", 1));
            assertThat(written).anyMatch(text -> !text.equals(item.value));
            assertThat(written).allMatch(text -> bare(text).equals(bare(item.value)));
        }
    }

    @Test
    void leavesEverythingAloneWhenItIsToldTo() {
        Item document = Item.own("document", DOCUMENT);
        assertThat(written(document, CLEAN.with("text.format", 0))).containsExactly(document.value);
    }

    @Test
    void misreadsOneCharacterOfADocument() {
        for (String text : written(
                Item.own("document", DOCUMENT), CLEAN.with("text.format", 0).with("text.ocr", 1))) {
            int wrong = 0;
            for (int i = 0; i < text.length(); i++) {
                wrong += text.charAt(i) == DOCUMENT.charAt(i) ? 0 : 1;
            }
            assertThat(wrong).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void changesNothingThatAMachineReports() {
        for (String type : List.of("device", "ip", "biometric", "wallet")) {
            assertThat(written(
                            Item.own(type, "abcdef"),
                            Dials.usual().with("text.typo", 1).with("text.format", 1)))
                    .containsExactly("abcdef");
        }
    }

    private static Set<String> written(Item item, Dials dials) {
        var spelling = new Spelling(dials, new Chance(1));
        var people = new People(new World(SimulationParameters.of(1, 1)), 0, new Chance(2));
        Set<String> written = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            Draft draft = Draft.honest(people.stranger(), 0);
            draft.show(item);
            spelling.write(draft);
            written.add(item.written);
        }
        return written;
    }

    /** Letters and digits alone, abbreviations written out. */
    private static String bare(String text) {
        String full = text.replace("St.", "Street").replace("Apt", "Flat");
        return full.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
