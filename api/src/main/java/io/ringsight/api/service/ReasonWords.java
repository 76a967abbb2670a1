package io.ringsight.api.service;

import java.util.Locale;
import java.util.Map;

/** Codes of reasons and evidence in words that an investigator can read aloud. */
public final class ReasonWords {
    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("device", "device"),
            Map.entry("document", "identity document"),
            Map.entry("biometric", "face"),
            Map.entry("phone", "phone number"),
            Map.entry("email", "e-mail address"),
            Map.entry("address", "postal address"),
            Map.entry("ip", "network address"),
            Map.entry("payment", "bank account or card"),
            Map.entry("tax_id", "tax number"),
            Map.entry("wallet", "wallet"),
            Map.entry("given_name", "given name"),
            Map.entry("surname", "surname"),
            Map.entry("birth_date", "birth date"));

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("BOND", "An investigator decided that both are in the same hands"),
            Map.entry("RING_SIZE", "More accounts than one person has for an honest reason"),
            Map.entry("LINKED_ACCOUNTS", "Its accounts are linked, though by nothing that tells of other hands"),
            Map.entry("WEAK_MEMBERSHIP", "Its own link to the ring is weaker than the ring"),
            Map.entry("CALIBRATION", "What labels taught of accounts in general"),
            Map.entry("LABELS_AROUND", "What became of accounts around it"),
            Map.entry("WEIGHT_OF_EVIDENCE", "How strongly evidence ties it, as labels taught to read that"),
            Map.entry("RING_SHAPE", "The size, pace and density of its ring"),
            Map.entry("MEMBERS", "What the members of the ring look like"),
            Map.entry("WEAKEST_MEMBER", "How suspect its least suspect member is"),
            Map.entry("GRAPH_NETWORK", "What the graph network makes of its surroundings"),
            Map.entry("LIKE_ITS_NEIGHBOURS", "What the accounts around it are like"),
            Map.entry("COMPANY", "How many share something with it, how near in time, and of what names"),
            Map.entry("APPLICATION", "The application itself"),
            Map.entry("ORDINARY_ACCOUNT", "Nothing about it stands out"),
            Map.entry("FRAUD_LABEL_IN_RING", "A member turned out to be fraud"),
            Map.entry("LEGIT_LABEL_IN_RING", "A member turned out to be legitimate"),
            Map.entry("CLOSE_IN_TIME", "They came, or used what they share, within a short time"),
            Map.entry("FAR_IN_TIME", "Long time lies between them"),
            Map.entry("TIED_CROWD", "Others behind what they share are tied in further ways"),
            Map.entry(
                    "UNTIED_CROWD",
                    "Nothing else ties the others behind what they share, as with an agent's customers"),
            Map.entry("NO_FAMILY", "Nobody else behind what they share bears the same name"),
            Map.entry("FAMILY", "Others behind what they share bear one name, as a family does"),
            Map.entry("IN_A_HURRY", "Many came to what they share within days"),
            Map.entry("AT_HUMAN_PACE", "What they share came into use at a human pace"),
            Map.entry("SAME_HOUSEHOLD", "Same surname and same home: a household explains it"),
            Map.entry("SAME_BUILDING", "They live in the same building"),
            Map.entry("SAME_LOCAL_PART", "Their e-mail addresses differ in the provider alone"),
            Map.entry("EMAIL_OF_ONE_TEMPLATE", "Their e-mail addresses are made from one template"),
            Map.entry("CONSECUTIVE_DOCUMENT", "Their documents were issued one after the other"),
            Map.entry("CONSECUTIVE_PHONE", "Their phone numbers follow each other"),
            Map.entry("DOCUMENT_WITH_OTHER_FACE", "One identity document, two faces"),
            Map.entry("TAX_ID_WITH_OTHER_BIRTH_DATE", "One tax number, two birth dates"),
            Map.entry("FACE_WITH_OTHER_GIVEN_NAME", "One face, two given names"),
            Map.entry("FACE_WITH_OTHER_SURNAME", "One face, two surnames"),
            Map.entry("FACE_WITH_OTHER_BIRTH_DATE", "One face, two birth dates"));

    private static final Map<String, String> FORMS = Map.of(
            "SHARED_", "They present the same %s",
            "USE_OF_", "Who else uses its %s, how many, and how fast",
            "SAME_", "They give the same %s",
            "SIMILAR_", "They present nearly the same %s",
            "DIFFERENT_", "They present another %s each",
            "CONSECUTIVE_", "Of each a %s, one issued after the other",
            "COMMON_FORM_OF_", "They present a %s of a common form");

    private ReasonWords() {}

    /** An identifier type in words; the type itself where there are none. */
    static String thing(String type) {
        return THINGS.getOrDefault(type, type.replace('_', ' '));
    }

    /** A few words: {@code shared document}. */
    public static String label(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A sentence. */
    public static String sentence(String code, double bits) {
        String words = SENTENCES.get(code);
        return (words == null ? inWords(code) : words) + (bits < 0 ? ", which speaks against it" : "") + ".";
    }

    private static String inWords(String code) {
        for (var form : FORMS.entrySet()) {
            if (code.startsWith(form.getKey())) {
                String thing = code.substring(form.getKey().length()).toLowerCase(Locale.ROOT);
                return form.getValue().formatted(thing(thing));
            }
        }
        String words = label(code);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
