package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.BlockingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What e-mail addresses that one hand made up have in common. */
final class EmailLikeness {
    private static final int FEWEST_CHARACTERS = 6;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern SEPARATORS = Pattern.compile("[._-]");
    /** Providers of throw-away mailboxes that have been at it for years: no attempt at the thousands of short-lived ones. */
    private static final Set<String> DISPOSABLE = Set.of(
            "10minutemail.com",
            "discard.email",
            "dispostable.com",
            "emailondeck.com",
            "fakeinbox.com",
            "getairmail.com",
            "getnada.com",
            "grr.la",
            "guerrillamail.com",
            "guerrillamail.net",
            "guerrillamail.org",
            "inboxkitten.com",
            "mail-temp.com",
            "mailcatch.com",
            "maildrop.cc",
            "mailinator.com",
            "mailnesia.com",
            "mintemail.com",
            "moakt.com",
            "mohmal.com",
            "mytemp.email",
            "sharklasers.com",
            "spam4.me",
            "spamgourmet.com",
            "temp-mail.io",
            "temp-mail.org",
            "tempail.com",
            "tempmail.com",
            "tempmailo.com",
            "tempr.email",
            "throwawaymail.com",
            "trashmail.com",
            "trashmail.de",
            "yopmail.com",
            "yopmail.fr");

    private EmailLikeness() {}

    static Likeness of(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        String local = address.substring(0, at);
        int plus = local.indexOf('+');
        String bare = plus > 0 ? local.substring(0, plus) : local;

        List<BlockingText> texts = new ArrayList<>();
        String template = DIGITS.matcher(bare.replace(".", "")).replaceAll("#");
        if ((plus > 0 || template.indexOf('#') >= 0) && template.chars().anyMatch(Character::isLetter)) {
            texts.add(new BlockingText(BlockingKind.TEMPLATE, template + "@" + domain));
        }
        String joined = SEPARATORS.matcher(bare).replaceAll("");
        if (joined.length() >= FEWEST_CHARACTERS) {
            texts.add(new BlockingText(BlockingKind.LOCAL_PART, joined));
        }
        if (DISPOSABLE.contains(domain)) {
            texts.add(new BlockingText(BlockingKind.DISPOSABLE, domain));
        }
        return new Likeness(false, Grams.bigrams(bare), texts);
    }
}
