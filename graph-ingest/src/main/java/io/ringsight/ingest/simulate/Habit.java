package io.ringsight.ingest.simulate;

import java.util.Locale;

/** What makes an honest account look related to others, the most telling first. */
enum Habit {
    /** Somebody else uses this person's papers. */
    IDENTITY_VICTIM,
    /** One person's further account, and the first one. */
    SECOND_ACCOUNT,
    /** The number was a stranger's some time before, or is afterwards. */
    RECYCLED_PHONE,
    /** The device was a stranger's before, or is afterwards. */
    RESOLD_DEVICE,
    /** Signed up on the device of an agent, in person. */
    AGENT_TABLET,
    /** Post goes to a forwarding service. */
    MAIL_FORWARDING,
    /** Twins who both applied. */
    TWIN,
    /** Brothers and sisters who both applied: close faces. */
    SIBLING,
    /** Lives elsewhere and shares a card or a device with the family. */
    RELATIVE_ELSEWHERE,
    /** Shares a home, not a family. */
    FLATMATE,
    /** Shares a home. */
    HOUSEHOLD,
    CAMPUS,
    OFFICE,
    CAFE,
    /** A fingerprint that a whole range of models has. */
    GENERIC_DEVICE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isMoreTellingThan(String word) {
        return ordinal() < valueOf(word.toUpperCase(Locale.ROOT)).ordinal();
    }
}
