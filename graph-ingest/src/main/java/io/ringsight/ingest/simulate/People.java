package io.ringsight.ingest.simulate;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Invents the people of one town and what belongs to them. What one person alone has in life is never given out twice, in no
 * town. Telephone, network, e-mail and bank ranges are reserved or unassigned ones wherever such exist.
 */
final class People {
    private static final List<String> MAIL = List.of(
            "mail.example.com",
            "post.example.net",
            "inbox.example.org",
            "letters.example.com",
            "example.net",
            "home.example.org",
            "example.com");
    private static final List<String> ID_CARD = List.of("FR", "DE", "PL", "IT", "NL", "PT", "IE");
    private static final BigInteger CHECK = BigInteger.valueOf(97);
    private static final long PHONES = 10_000_000_000L;
    private static final int DYNAMIC_IPV4 = 384 * 254;
    private static final int SERIALS = 10_000_000; // of one series of documents
    private static final long DOCUMENTS = 26L * 26 * SERIALS;
    private static final long TAX_IDS = 49L * 99 * 9_999;

    private final World world;
    private final Chance chance;
    private final Permutation phones;
    private final Permutation documents;
    private final Permutation taxIds;
    private long next; // of the town's numbers
    private final long end; // of them

    People(World world, int town, Chance chance) {
        this.world = world;
        this.chance = chance;
        long seed = world.parameters.seed();
        phones = new Permutation(PHONES, seed);
        documents = new Permutation(DOCUMENTS, seed + 1);
        taxIds = new Permutation(TAX_IDS, seed + 2);
        next = (long) town * World.NUMBERS;
        end = next + World.NUMBERS;
    }

    /** The next number is another town's when this one has given out all it has. */
    private long number() {
        if (next >= end) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "A town of the simulation ran out of its " + World.NUMBERS + " numbers of telephones and papers.",
                    "Maybe turn back the dials that give people more of them, such as prevalence.");
        }
        return next++;
    }

    /** Somebody of whom nobody here knows anything. */
    Person stranger() {
        return person(surname(), chance.pick(Names.COUNTRIES), address(), homeNetwork(), world.faces.stranger(chance));
    }

    /** Somebody else at the same address and on the same network. */
    Person housemate(Person of, String surname, Face face) {
        return person(surname, of.country(), of.own("address"), of.own("ip"), face);
    }

    /** Somebody who lives with somebody, six times in ten under the same surname. */
    Person lodger(Person host, Face face) {
        return housemate(host, chance.happens(0.6) ? host.surname() : surname(), face);
    }

    /** Somebody of the same country, elsewhere. */
    Person elsewhere(Person of, String surname, Face face) {
        return person(surname, of.country(), address(), homeNetwork(), face);
    }

    Person student() {
        return stranger().born(studentBirthDate());
    }

    LocalDate studentBirthDate() {
        return LocalDate.of(2001, 1, 1).plusDays(chance.below(2_190));
    }

    private Person person(String surname, String country, String address, String network, Face face) {
        String given = chance.pickSkewed(Names.GIVEN);
        if (chance.happens(0.15)) {
            given += " " + chance.pick(Names.GIVEN);
        }
        Map<String, String> own = new HashMap<>();
        own.put("device", device());
        boolean foreign = chance.happens(world.dials.of(Dial.FOREIGN));
        own.put("document", document(foreign ? chance.pick(Names.COUNTRIES) : country));
        own.put("phone", phone());
        own.put("email", email(given, surname));
        own.put("address", address);
        own.put("ip", network);
        own.put("payment", payment());
        own.put("tax_id", taxId());
        own.put("wallet", "0x%016x%016x%08x".formatted(chance.bits(), chance.bits(), (int) chance.bits()));
        var born = LocalDate.of(1945, 1, 1).plusDays(chance.below(22_500));
        return new Person(given, surname, born, country, face, own);
    }

    String surname() {
        double kind = chance.share();
        if (kind < 0.35) {
            return chance.pick(Names.RARE_STARTS) + chance.pick(Names.RARE_MIDDLES) + chance.pick(Names.RARE_ENDS);
        }
        String surname = chance.pickSkewed(Names.SURNAMES);
        return kind < 0.42 ? surname + "-" + chance.pick(Names.SURNAMES) : surname;
    }

    /** Nine digits that could be a US number, but of groups (9xx-01 to 9xx-49) that are issued neither as SSN nor as ITIN. */
    String taxId() {
        long number = taxIds.of(number());
        long serial = number / 49;
        return "9%02d%02d%04d".formatted(serial / 9_999, 1 + number % 49, 1 + serial % 9_999);
    }

    String device() {
        return World.device(chance.bits());
    }

    String document(String country) {
        long number = documents.of(number());
        String kind = ID_CARD.contains(country) && number % 3 == 0 ? "id_card" : "passport";
        return document(kind, country, (int) (number / SERIALS), (int) (number % SERIALS));
    }

    /** Where a document was issued. */
    static String countryOf(String document) {
        int from = document.indexOf(':') + 1;
        return document.substring(from, from + 2);
    }

    /** One number of a series. */
    static String document(String kind, String country, int series, int serial) {
        return "%s:%s:%c%c%07d".formatted(kind, country, 'A' + series / 26 % 26, 'A' + series % 26, serial % SERIALS);
    }

    /** The document issued that many numbers later. */
    static String documentAfter(String document, int later) {
        int from = document.length() - 7;
        int serial = Math.floorMod(Integer.parseInt(document.substring(from)) + later, SERIALS);
        return document.substring(0, from) + "%07d".formatted(serial);
    }

    /** Of a country code (+888) that was given back. */
    String phone() {
        return "+888%011d".formatted(phones.of(number()));
    }

    /** The number that many further on. */
    static String phoneAfter(String phone, int further) {
        return "+888%011d".formatted(Math.floorMod(Long.parseLong(phone.substring(4)) + further, PHONES));
    }

    String email(String given, String surname) {
        String domain = "@" + chance.pick(MAIL);
        String first = plain(given);
        String last = plain(surname);
        String number = Long.toString(chance.below(100_000));
        return switch (chance.below(6)) {
                    case 0 -> first + "." + last + number;
                    case 1 -> first + last + number;
                    case 2 -> first.charAt(0) + "." + last + number;
                    case 3 -> last + "." + first + "." + number;
                    case 4 -> first + "_" + number + chance.pick(Names.SYLLABLES);
                    default -> nickname() + "." + number;
                }
                + domain;
    }

    /** Three or four syllables that mean nothing. */
    String nickname() {
        var name = new StringBuilder();
        for (int i = chance.between(3, 4); i > 0; i--) {
            name.append(chance.pick(Names.SYLLABLES));
        }
        return name.toString();
    }

    String mailDomain() {
        return chance.pick(MAIL);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    String address() {
        String street = "%d %s %s, %s"
                .formatted(
                        chance.between(1, 180),
                        chance.pick(Names.STREETS),
                        chance.pick(Names.WAYS),
                        town(chance.pick(Names.TOWNS)));
        return chance.happens(world.dials.of(Dial.FLATS)) ? flat(chance.between(1, 40), street) : street;
    }

    /** One of several homes under a house number. */
    static String flat(int number, String street) {
        return "Flat " + number + ", " + street;
    }

    /** A town with its postcode. */
    static String town(String name) {
        return "%05d %s".formatted(10_000 + Math.floorMod(name.hashCode(), 89_000), name);
    }

    /**
     * A network of the documentation range (RFC 3849), or an address that changes hands, of the benchmark range (RFC 2544) as
     * far as that goes.
     */
    String homeNetwork() {
        if (chance.happens(world.dials.of(Dial.DYNAMIC))) {
            return dynamic(chance.below(Math.max(World.TOWN, world.parameters.accounts())));
        }
        return network();
    }

    /** One of as many addresses as there are accounts, so that as large a share of homes meets another at any size. */
    private static String dynamic(int number) {
        if (number < DYNAMIC_IPV4) {
            int third = number / 254;
            return "198.%d.%d.%d".formatted(18 + third / 256, third % 256, 1 + number % 254);
        }
        return "2001:db8:%x:%x::1".formatted(number >>> 16, number & 0xffff);
    }

    /** A network that nobody else has. */
    String network() {
        return "2001:db8:%x:%x::%x"
                .formatted(chance.between(256, 65_535), chance.below(65_536), chance.between(1, 4_095));
    }

    /** A German IBAN with good check digits (no bank number starts with 9), or a card of no issuer (ISO/IEC 7812: 9, no country). */
    String payment() {
        return chance.happens(0.35) ? card() : iban();
    }

    private String iban() {
        String account = "9%07d%010d".formatted(chance.below(10_000_000), chance.below(10_000_000_000L));
        int check = 98 - new BigInteger(account + "131400").mod(CHECK).intValue();
        return "iban:DE%02d%s".formatted(check, account);
    }

    private String card() {
        String digits = "9999%011d".formatted(chance.below(100_000_000_000L));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return "card:" + digits + (10 - sum % 10) % 10;
    }

    /** A picture as it is taken by day, and now and then by night. */
    String picture(Face face) {
        double noise = world.dials.of(Dial.NOISE);
        double taken = chance.happens(world.dials.of(Dial.BAD_LIGHT))
                ? 0.35 + 0.55 * chance.share()
                : chance.spread(noise, 0.25);
        return world.faces.picture(face, taken, chance);
    }

    /** A picture disturbed that much. */
    String picture(Face face, double noise) {
        return world.faces.picture(face, noise, chance);
    }
}
