package io.ringsight.detect.explanation;

import io.ringsight.detect.explanation.RingCounts.TypeCount;
import io.ringsight.detect.jgrapht.MinCut;
import io.ringsight.detect.ring.Ring;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A ring in a paragraph, built from its profile alone. {@code Statement.code}: {@code RING_CAME}, {@code PEOPLE}, {@code FEWER_THINGS},
 * {@code CITED_SHARED}, {@code CITED_ALIKE}, {@code CITED_OWN}, {@code RESTS_ON}, {@code HELD_BY}, {@code HELD_BY_NOTHING}, {@code BONDED}, {@code BUSY_HUB}, {@code WEAKEST_PLACE}, {@code KNOWN_FRAUD},
 * {@code AT_STAKE}.
 */
public record Narrative(List<Statement> statements) {
    private static final int MOST_CITED = 3;
    private static final int MOST_TYPES = 3;
    /** Of this many members or more, the weakest place is worth a sentence. */
    private static final int WORTH_CUTTING = 4;

    public Narrative {
        statements = List.copyOf(statements);
    }

    public static Narrative of(Ring ring, RingProfile profile) {
        var told = new ArrayList<Statement>();
        told.add(came(profile));
        if (profile.counts().named() > 1) {
            told.add(new Statement(
                    "PEOPLE",
                    "",
                    List.of(
                            number("names", profile.counts().names(), "explanation.counts.names"),
                            number("birth_dates", profile.counts().birthDates(), "explanation.counts.birth_dates"))));
        }
        told.addAll(fewer(profile.counts()));
        int bonds = profile.structure().bonds();
        if (bonds > 0) {
            told.add(new Statement("BONDED", "", List.of(number("bonds", bonds, "structure.bonds"))));
        }
        if (profile.explanation().isHeldByThings()) {
            told.addAll(cited(profile.explanation()));
            told.add(restsOn(profile.explanation()));
        } else {
            told.add(new Statement("HELD_BY_NOTHING", "", List.of()));
        }
        profile.hubs().stream().limit(1).forEach(hub -> told.add(hub(hub)));
        profile.structure()
                .minCut()
                .filter(_ -> ring.size() >= WORTH_CUTTING)
                .ifPresent(cut -> told.add(weakestPlace(cut)));
        if (profile.knownFraud() > 0) {
            told.add(new Statement(
                    "KNOWN_FRAUD",
                    "",
                    List.of(number("known_fraud", profile.knownFraud(), "explanation.known_fraud"))));
        }
        if (profile.counts().exposure() > 0) {
            told.add(new Statement(
                    "AT_STAKE",
                    "",
                    List.of(new Fact("exposure", money(profile.counts().exposure()), "explanation.counts.exposure"))));
        }
        return new Narrative(told);
    }

    private static Statement came(RingProfile profile) {
        RingGrowth growth = profile.growth();
        return new Statement(
                "RING_CAME",
                "",
                List.of(
                        number("accounts", profile.counts().accounts(), "size"),
                        number("days", growth.daysBetween(), "structure.growth.days_between"),
                        new Fact("first", date(growth.first()), "structure.growth.first"),
                        new Fact("last", date(growth.last()), "structure.growth.last"),
                        number("most_in_7_days", growth.mostIn7Days(), "structure.growth.most_in_7_days")));
    }

    /** Types of which there are fewer than accounts that present them, the most telling first. */
    private static List<Statement> fewer(RingCounts counts) {
        var fewer = new ArrayList<Integer>();
        for (int type = 0; type < counts.types().size(); type++) {
            if (counts.types().get(type).distinct() < counts.types().get(type).accounts()) {
                fewer.add(type);
            }
        }
        return fewer.stream()
                .sorted((x, y) -> Double.compare(
                        share(counts.types().get(x)), share(counts.types().get(y))))
                .limit(MOST_TYPES)
                .map(type -> {
                    TypeCount count = counts.types().get(type);
                    String at = "explanation.counts.types." + type;
                    return new Statement(
                            "FEWER_THINGS",
                            count.type(),
                            List.of(
                                    number("distinct", count.distinct(), at + ".distinct"),
                                    number("accounts", count.accounts(), at + ".accounts")));
                })
                .toList();
    }

    private static double share(TypeCount count) {
        return count.distinct() / (double) count.accounts();
    }

    private static List<Statement> cited(RingExplanation explanation) {
        var told = new ArrayList<Statement>();
        for (int i = 0; i < explanation.cited().size() && told.size() < MOST_CITED; i++) {
            told.add(cited(explanation.cited().get(i), "explanation.cited." + i));
        }
        return told;
    }

    private static Statement cited(EvidenceItem item, String at) {
        Fact accounts = number("accounts", item.accounts().size(), at + ".accounts");
        Fact identifiers = number("identifiers", item.identifiers().size(), at + ".identifiers");
        Fact users = number("users", item.users(), at + ".users");
        Fact alone = percent("alone", item.alone(), at + ".alone");
        return switch (item.kind()) {
            case SHARED -> new Statement("CITED_SHARED", item.type(), List.of(accounts, users, alone));
            case ALIKE -> new Statement("CITED_ALIKE", item.type(), List.of(accounts, identifiers, alone));
            case OWN -> new Statement("CITED_OWN", item.type(), List.of(accounts, identifiers));
        };
    }

    private static Statement restsOn(RingExplanation explanation) {
        return new Statement(
                explanation.question() == Question.WHY_RISKY ? "RESTS_ON" : "HELD_BY",
                "",
                List.of(
                        number("cited", explanation.cited().size(), "explanation.cited"),
                        number("things", explanation.things(), "explanation.things"),
                        percent("risk", explanation.risk(), "explanation.evidence_risk"),
                        percent("without", explanation.without(), "explanation.without"),
                        percent("only", explanation.only(), "explanation.only")));
    }

    private static Statement hub(RingHub hub) {
        return new Statement(
                "BUSY_HUB",
                hub.type(),
                List.of(
                        number("members", hub.members(), "structure.hubs.0.members"),
                        number("outsiders", hub.outsiders(), "structure.hubs.0.outsiders")));
    }

    private static Statement weakestPlace(MinCut cut) {
        return new Statement(
                "WEAKEST_PLACE",
                "",
                List.of(
                        number("links", cut.links().size(), "structure.min_cut.links"),
                        number("side", cut.side().size(), "structure.min_cut.side"),
                        number("other_side", cut.otherSide().size(), "structure.min_cut.other_side")));
    }

    private static Fact number(String name, long value, String from) {
        return new Fact(name, Long.toString(value), from);
    }

    /** Rounded towards one half: what is not certain is not told to be. */
    private static Fact percent(String name, double value, String from) {
        double thousandths = value > 0.5 ? Math.floor(value * 1_000) : Math.ceil(value * 1_000);
        return new Fact(name, thousandths / 10 + " %", from);
    }

    private static String money(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String date(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
