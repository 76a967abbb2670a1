package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.Quality;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a normal form is compared by when it is not equal to another, before anything is hashed. It depends on the normal form
 * alone, so what the vault keeps is enough to make it again.
 *
 * @param placeholder whether it says nothing: then there is nothing to compare either
 * @param grams features; none for bit hashes, which are compared as they are, and for types without near matches
 * @param blocking what near values share, each once, in a fixed order
 */
public record Likeness(boolean placeholder, Grams grams, List<BlockingText> blocking) {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{7,15}");
    private static final Likeness NONE = new Likeness(false, Grams.NONE, List.of());
    private static final Likeness PLACEHOLDER = new Likeness(true, Grams.NONE, List.of());

    public Likeness {
        blocking = List.copyOf(blocking);
    }

    /** Of a normal form of that type. */
    public static Likeness of(IdentifierType type, Quality quality, String normalForm) {
        if (Placeholder.is(type, normalForm)) {
            return PLACEHOLDER;
        }
        return switch (type.name()) {
            case "email" -> quality == Quality.VERIFIED ? EmailLikeness.of(normalForm) : NONE;
            case "address" -> AddressLikeness.of(normalForm);
            case "phone" -> phone(normalForm);
            case "document" -> document(normalForm);
            case "tax_id" -> isMasked(normalForm) ? NONE : text(SerialNumber.of(normalForm));
            default ->
                switch (type.kind()) {
                    case EXACT, BITS -> NONE;
                    case TEXT -> text(normalForm);
                    case SERIAL -> serial("", normalForm);
                };
        };
    }

    /** Of folded given names or of a folded surname. */
    public static Grams ofName(String folded) {
        return Grams.bigrams(folded);
    }

    /** Of a birth date as ISO 8601 writes it. */
    public static Grams ofDate(String date) {
        return Grams.date(date);
    }

    private static Likeness text(String text) {
        return new Likeness(false, Grams.bigrams(text), List.of());
    }

    private static Likeness phone(String normalForm) {
        return PHONE.matcher(normalForm).matches()
                ? new Likeness(false, Grams.NONE, SerialLikeness.windows(normalForm))
                : NONE;
    }

    private static Likeness document(String normalForm) {
        int colon = normalForm.lastIndexOf(':');
        return serial(normalForm.substring(0, Math.max(colon, 0)), normalForm.substring(colon + 1));
    }

    private static Likeness serial(String issuer, String number) {
        String code = SerialNumber.of(number);
        return code.isEmpty() || isMasked(number) ? NONE : SerialLikeness.document(issuer, code);
    }

    private static boolean isMasked(String text) {
        return text.indexOf('*') >= 0;
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return "Likeness[" + grams + ", " + blocking.size() + " blocking texts]";
    }
}
