package io.ringsight.ingest.simulate;

import static io.ringsight.ingest.simulate.SimulationParameters.DAY;

import java.util.ArrayList;
import java.util.List;

/** Rings of invented identities, and fraudsters who work alone. */
final class FraudRings {
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.DEVICE_FARM,
            Pattern.FACE_RECYCLING,
            Pattern.DOCUMENT_MILL,
            Pattern.CHAIN,
            Pattern.DROP_ADDRESS,
            Pattern.BUST_OUT);
    private static final List<String> CHAINED = List.of("device", "phone", "address", "payment");
    private static final List<String> LENT = List.of("device", "payment", "address", "phone");

    private final SimulationParameters parameters;
    private final Chance chance;
    private final People people;
    private List<Draft> honest = List.of();

    FraudRings(SimulationParameters parameters, Chance chance, People people) {
        this.parameters = parameters;
        this.chance = chance;
        this.people = people;
    }

    /** Adds that many applications, about one in seven of them alone. */
    void strike(int count, List<Draft> drafts) {
        honest = List.copyOf(drafts);
        int left = count;
        int rings = 0;
        while (left > 0) {
            int size = Math.min(left, 3 + Math.min(27, (int) chance.waiting(4)));
            if (size < 3 || chance.happens(0.5)) {
                drafts.add(member("", Pattern.LONE, moment(0, parameters.days())));
                left--;
                continue;
            }
            drafts.addAll(ring("R%06d".formatted(++rings), PATTERNS.get(rings % PATTERNS.size()), size));
            left -= size;
        }
    }

    private List<Draft> ring(String id, Pattern pattern, int size) {
        int spread =
                pattern == Pattern.BUST_OUT ? parameters.days() : Math.min(parameters.days(), 2 + chance.below(20));
        int from = chance.below(parameters.days() - spread + 1);
        var members = new ArrayList<Draft>(size);
        for (int i = 0; i < size; i++) {
            members.add(member(id, pattern, moment(from, spread)));
        }
        members.sort(Draft.IN_TIME);
        switch (pattern) {
            case DEVICE_FARM -> {
                shareFew("device", members, 1 + size / 8);
                shareFew("ip", members, 1);
            }
            case FACE_RECYCLING -> recycleFace(members);
            case DOCUMENT_MILL -> printDocuments(members);
            case CHAIN -> chain(members);
            case DROP_ADDRESS -> {
                shareFew("address", members, 1);
                shareFew("payment", members, 1 + size / 5);
            }
            case BUST_OUT -> lend(members);
            case LONE -> throw new IllegalArgumentException("A ring is not alone.");
        }
        return members;
    }

    private long moment(int fromDay, int days) {
        return SimulationParameters.START.toEpochMilli() + fromDay * DAY + chance.below(days * DAY);
    }

    private Draft member(String ring, Pattern pattern, long at) {
        Person person = people.stranger();
        if (!honest.isEmpty() && chance.happens(0.1)) {
            person = stolen(person, chance.pick(honest).person);
        }
        var draft = new Draft(person, at, ring, pattern.word());
        Showing.usual(draft, chance, people);
        if (chance.happens(0.35)) {
            draft.swap("ip", HonestLife.carrierIp(chance, parameters));
        }
        draft.exposure *= pattern == Pattern.BUST_OUT ? 6 : 2;
        return draft;
    }

    /** Papers of an honest person in other hands. */
    private static Person stolen(Person thief, Person victim) {
        return new Person(
                        victim.givenName(),
                        victim.surname(),
                        victim.birthDate(),
                        victim.country(),
                        thief.face(),
                        thief.own())
                .with("document", victim.own("document"))
                .with("tax_id", victim.own("tax_id"));
    }

    /** Everybody shows one of few values: those of the first members. */
    private void shareFew(String type, List<Draft> members, int few) {
        var values = new ArrayList<String>();
        for (int i = 0; i < few; i++) {
            values.add(members.get(i).person.own(type));
        }
        members.forEach(member -> member.show(type, chance.pick(values)));
    }

    private void recycleFace(List<Draft> members) {
        long[] face = members.getFirst().person.face();
        String replayed = people.picture(face, Showing.NOISE);
        for (Draft member : members) {
            member.show("biometric", chance.happens(0.4) ? replayed : people.picture(face, Showing.NOISE));
        }
    }

    private void printDocuments(List<Draft> members) {
        int serial = chance.below(9_999_000);
        String country = chance.pick(Names.COUNTRIES);
        for (int i = 0; i < members.size(); i++) {
            members.get(i).show("document", people.document(country, "XM", serial + i * 2 / 3));
        }
    }

    private static void chain(List<Draft> members) {
        for (int i = 0; i + 1 < members.size(); i++) {
            String type = CHAINED.get(i % CHAINED.size());
            members.get(i + 1).show(type, members.get(i).showing(type));
        }
    }

    private void lend(List<Draft> members) {
        for (int i = 1; i < members.size(); i++) {
            String type = chance.pick(LENT);
            Draft lender = members.get(chance.below(i));
            members.get(i).show(type, lender.showing(type));
        }
    }
}
