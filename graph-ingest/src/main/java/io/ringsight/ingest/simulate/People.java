package io.ringsight.ingest.simulate;

import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invents people and what belongs to them. What one person alone has in life is never drawn twice. */
final class People {
    private static final List<String> MAIL =
            List.of("mail.example.com", "post.example.net", "inbox.example.org", "letters.example.com", "example.net");
    /** 10,000 numbers each, set aside for fiction by the French regulator (ARCEP, décision 2018-0881, annexe 2). */
    private static final List<String> FICTION = List.of("+3319900", "+3326191", "+3335301", "+3346571", "+3353649");

    private static final int FICTION_NUMBERS = FICTION.size() * 10_000;
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private final Chance chance;
    private int people;
    private int phones;
    private int documents;

    People(Chance chance) {
        this.chance = chance;
    }

    Person stranger() {
        String surname = chance.pickSkewed(Names.SURNAMES);
        if (chance.happens(0.1)) {
            surname += "-" + chance.pick(Names.SURNAMES);
        }
        return person(surname, chance.pick(Names.COUNTRIES), address(), homeIp());
    }

    /** Somebody who lives with them, and mostly has their surname. */
    Person housemate(Person of) {
        String surname = chance.happens(0.7) ? of.surname() : chance.pickSkewed(Names.SURNAMES);
        return person(surname, of.country(), of.own("address"), of.own("ip"));
    }

    private Person person(String surname, String country, String address, String ip) {
        String given = chance.pickSkewed(Names.GIVEN);
        long[] face = {chance.bits(), chance.bits(), chance.bits(), chance.bits()};
        int number = people++;
        Map<String, String> own = new HashMap<>();
        own.put("device", device());
        own.put("document", document(country));
        own.put("phone", phone());
        own.put("email", email(given, surname));
        own.put("address", address);
        own.put("ip", ip);
        own.put("payment", payment());
        own.put("tax_id", taxId(number));
        own.put("wallet", "0x%016x%016x%08x".formatted(chance.bits(), chance.bits(), (int) chance.bits()));
        var born = LocalDate.of(1945, 1, 1).plusDays(chance.below(22_500));
        return new Person(given, surname, born, country, face, own);
    }

    /** Nine digits that could be a US number, but of groups (9xx-01 to 9xx-49) that are issued neither as SSN nor as ITIN. */
    private static String taxId(int number) {
        int serial = number / 49;
        return "9%02d%02d%04d".formatted(serial / 9_999, 1 + number % 49, 1 + serial % 9_999);
    }

    String device() {
        return "dv-" + HexFormat.of().toHexDigits(chance.bits(), 14);
    }

    String document(String country) {
        return document(country, "XX", (int) (documents++ * 7_368_787L % 10_000_000)); // a permutation
    }

    String document(String country, String series, int serial) {
        return "passport:%s:%s%07d".formatted(country, series, serial % 10_000_000);
    }

    /** From ranges set aside for fiction; after those, from a country code (+888) that was given back. */
    String phone() {
        int number = phones++;
        if (number < FICTION_NUMBERS) {
            int mixed = (int) (number * 48_271L % FICTION_NUMBERS); // a permutation
            return FICTION.get(mixed / 10_000) + "%04d".formatted(mixed % 10_000);
        }
        return "+888%011d".formatted(number * 7_368_787L % 100_000_000_000L);
    }

    String email(String given, String surname) {
        String plain = Normalizer.normalize(given + "." + surname, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z.]", "")
                .toLowerCase(Locale.ROOT);
        return plain + people + "@" + chance.pick(MAIL);
    }

    String address() {
        String town = chance.pick(Names.TOWN_STARTS) + chance.pick(Names.TOWN_ENDS);
        int postcode = 10_000 + Math.floorMod(town.hashCode(), 89_000);
        return "%d %s %s, %05d %s"
                .formatted(1 + chance.below(180), chance.pick(Names.STREETS), chance.pick(Names.WAYS), postcode, town);
    }

    /** A network of the documentation range (RFC 3849), or an address of the benchmark range (RFC 2544). */
    String homeIp() {
        if (chance.happens(0.5)) {
            return "2001:db8:%x:%x::%x".formatted(chance.below(65_536), chance.below(65_536), 1 + chance.below(4_095));
        }
        return "198.%d.%d.%d".formatted(18 + chance.below(2), chance.below(256), 1 + chance.below(254));
    }

    /** A German IBAN with good check digits; no bank number starts with 9. */
    String payment() {
        String account = "9%07d%010d".formatted(chance.below(10_000_000), chance.below(10_000_000_000L));
        int check = 98 - new BigInteger(account + "131400").mod(CHECK).intValue();
        return "iban:DE%02d%s".formatted(check, account);
    }

    /** A picture of a face: each bit is wrong with that probability. */
    String picture(long[] face, double noise) {
        var hex = new StringBuilder(64);
        for (long word : face) {
            for (int bit = 0; bit < 64; bit++) {
                if (chance.happens(noise)) {
                    word ^= 1L << bit;
                }
            }
            hex.append(HexFormat.of().toHexDigits(word));
        }
        return hex.toString();
    }
}
