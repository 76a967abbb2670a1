package io.ringsight.ingest.simulate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** How people, clerks and scanners write one and the same thing: habits of form, which mean nothing, and slips. */
final class Spelling {
    private static final Map<String, String> SHORT =
            Map.of("Street", "St.", "Road", "Rd", "Avenue", "Ave", "Lane", "Ln", "Terrace", "Ter", "Flat", "Apt");
    private static final Map<Character, Character> MISREAD = Map.ofEntries(
            Map.entry('0', 'O'),
            Map.entry('O', '0'),
            Map.entry('1', 'I'),
            Map.entry('I', '1'),
            Map.entry('5', 'S'),
            Map.entry('S', '5'),
            Map.entry('8', 'B'),
            Map.entry('B', '8'),
            Map.entry('2', 'Z'),
            Map.entry('Z', '2'),
            Map.entry('6', 'G'),
            Map.entry('G', '6'));
    private static final double WRONG_BIRTH_DATE = 0.2; // as often as a slip in a text

    private final double typo;
    private final double misread;
    private final double format;
    private final Chance chance;

    Spelling(Dials dials, Chance chance) {
        typo = dials.of(Dial.TYPO);
        misread = dials.of(Dial.OCR);
        format = dials.of(Dial.FORMAT);
        this.chance = chance;
    }

    /** Writes down everything of an application. */
    void write(Draft draft) {
        draft.name = name(draft.person);
        draft.birthDate = birthDate(draft.person.birthDate()).toString();
        for (Item item : draft.items) {
            item.written = switch (item.type) {
                case "address" -> address(item.value);
                case "email" -> email(item.value);
                case "document" -> document(item.value);
                case "phone" -> phone(item.value);
                case "tax_id" -> chance.happens(format) ? taxId(item.value) : item.value;
                case "payment" -> chance.happens(format) ? grouped(item.value) : item.value;
                default -> item.value;
            };
        }
    }

    private String name(Person person) {
        String given = person.givenName();
        String surname = person.surname();
        if (chance.happens(format)) {
            switch (chance.below(5)) {
                case 0 -> given = plain(given);
                case 1 -> surname = transliterated(surname);
                case 2 -> surname = surname.toUpperCase(Locale.ROOT);
                case 3 -> given = given.indexOf(' ') > 0 ? given.substring(0, given.indexOf(' ') + 2) + "." : given;
                default -> {
                    return surname + ", " + given;
                }
            }
        }
        return slip(given) + " " + slip(surname);
    }

    private LocalDate birthDate(LocalDate date) {
        if (!chance.happens(typo * WRONG_BIRTH_DATE)) {
            return date;
        }
        boolean swappable = date.getDayOfMonth() <= 12 && date.getDayOfMonth() != date.getMonthValue();
        return swappable
                ? LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                : date.minusYears(1);
    }

    private String address(String address) {
        String written = address;
        if (chance.happens(format)) {
            switch (chance.below(4)) {
                case 0 -> written = shortened(written);
                case 1 -> written = written.toUpperCase(Locale.ROOT);
                case 2 -> written = written.replace(",", "");
                default -> written = written.toLowerCase(Locale.ROOT);
            }
        }
        return slip(written);
    }

    private String email(String email) {
        int at = email.indexOf('@');
        String local = chance.happens(typo / 4) ? slipped(email.substring(0, at)) : email.substring(0, at);
        String written = local + email.substring(at);
        return chance.happens(format / 4)
                ? written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1)
                : written;
    }

    private String document(String document) {
        int number = document.lastIndexOf(':') + 1;
        char[] digits = document.substring(number).toCharArray();
        if (chance.happens(misread)) {
            int at = chance.below(digits.length);
            digits[at] = MISREAD.getOrDefault(digits[at], (char) ('0' + chance.below(10)));
        }
        String written = new String(digits);
        if (chance.happens(format)) {
            written = chance.happens(0.5)
                    ? written.toLowerCase(Locale.ROOT)
                    : written.substring(0, 2) + " " + written.substring(2);
        }
        return document.substring(0, number) + written;
    }

    private String phone(String phone) {
        if (!chance.happens(format)) {
            return phone;
        }
        String[] marks = {" ", "-", "."};
        String mark = marks[chance.below(marks.length)];
        return phone.substring(0, 4) + " " + phone.substring(4, 8) + mark + phone.substring(8, 11) + mark
                + phone.substring(11);
    }

    private static String taxId(String taxId) {
        return taxId.substring(0, 3) + "-" + taxId.substring(3, 5) + "-" + taxId.substring(5);
    }

    /** In groups of four, as on paper. */
    private static String grouped(String payment) {
        int colon = payment.indexOf(':') + 1;
        var text = new StringBuilder(payment.substring(0, colon));
        for (int i = colon; i < payment.length(); i++) {
            text.append(i > colon && (i - colon) % 4 == 0 ? " " : "").append(payment.charAt(i));
        }
        return text.toString();
    }

    private static String shortened(String address) {
        String[] words = address.split(" ");
        for (int i = 0; i < words.length; i++) {
            String bare = words[i].replace(",", "");
            String comma = words[i].endsWith(",") ? "," : "";
            words[i] = SHORT.containsKey(bare) ? SHORT.get(bare) + comma : words[i];
        }
        return String.join(" ", words);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String transliterated(String text) {
        return plain(text.replace("ü", "ue")
                .replace("ö", "oe")
                .replace("ä", "ae")
                .replace("ß", "ss")
                .replace("ø", "oe")
                .replace("ł", "l")
                .replace("ñ", "ny"));
    }

    private String slip(String text) {
        return chance.happens(typo) ? slipped(text) : text;
    }

    /** Two letters swapped, one left out, doubled or hit beside its key. */
    private String slipped(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + chance.below(text.length() - 2);
        String before = text.substring(0, at);
        char here = text.charAt(at);
        char next = text.charAt(at + 1);
        if (!Character.isLetter(here) || !Character.isLetter(next)) {
            return text;
        }
        String after = text.substring(at + 1);
        return switch (chance.below(4)) {
            case 0 -> before + next + here + text.substring(at + 2);
            case 1 -> before + after;
            case 2 -> before + here + here + after;
            default -> before + (char) ('a' + chance.below(26)) + after;
        };
    }
}
