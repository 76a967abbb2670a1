package io.ringsight.ingest.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People who live together, and what they share by that. */
final class Households {
    private static final LocalDate YOUNGEST = LocalDate.of(2006, 12, 31); // nobody applies before eighteen
    private static final double SPOUSE = 0.85; // of first others who are neither brother nor sister

    private final World world;
    private final People people;
    private final Chance chance;

    /** One who applies, and what makes them look related to others. */
    record Applicant(Person person, List<Habit> habits) {}

    Households(World world, People people, Chance chance) {
        this.world = world;
        this.people = people;
        this.chance = chance;
    }

    /** Those of one household who apply, at least one. */
    List<Applicant> next() {
        Person first = people.stranger();
        if (chance.happens(of(Dial.LIVE_ALONE))) {
            return List.of(new Applicant(first, List.of()));
        }
        int others = others();
        List<Applicant> applicants =
                chance.happens(of(Dial.FLATMATES)) ? flatmates(first, others) : family(first, others);
        if (chance.happens(of(Dial.ELSEWHERE))) {
            applicants.add(relativeElsewhere(first));
        }
        return applicants;
    }

    /** How many other applicants there are: the household is of two at least, and of the mean size of those, geometrically. */
    private int others() {
        double mean = (of(Dial.HOUSEHOLD_SIZE) - of(Dial.LIVE_ALONE)) / Math.max(0.01, 1 - of(Dial.LIVE_ALONE));
        double further = Math.max(0, mean - 2) / (1 + Math.max(0, mean - 2));
        int others = 1;
        while (others < 7 && chance.happens(further)) {
            others++;
        }
        int applying = 0;
        for (int i = 0; i < others; i++) {
            applying += chance.happens(of(Dial.APPLIES)) ? 1 : 0;
        }
        return applying;
    }

    private List<Applicant> flatmates(Person first, int others) {
        List<Applicant> applicants = new ArrayList<>();
        applicants.add(new Applicant(first, others > 0 ? List.of(Habit.FLATMATE) : List.of()));
        for (int i = 0; i < others; i++) {
            Person mate = people.housemate(first, people.surname(), world.faces.stranger(chance));
            applicants.add(new Applicant(mate, List.of(Habit.FLATMATE)));
        }
        return applicants;
    }

    /** A first one, a spouse, and their parents, children, brothers and sisters. */
    private List<Applicant> family(Person first, int others) {
        List<Applicant> applicants = new ArrayList<>();
        Habit closest = Habit.HOUSEHOLD;
        for (int i = 1; i <= others; i++) {
            Habit habit = kinship(i);
            Person member = switch (habit) {
                case TWIN -> relative(first, of(Dial.TWINS), 0);
                case SIBLING -> relative(first, of(Dial.SIBLINGS), chance.between(-2_500, 2_500));
                default -> i == 1 && chance.happens(SPOUSE) ? spouse(first) : generation(first);
            };
            closest = habit.ordinal() < closest.ordinal() ? habit : closest;
            applicants.add(new Applicant(together(member, first, i), List.of(habit)));
        }
        applicants.addFirst(new Applicant(first, others > 0 ? List.of(closest) : List.of()));
        return applicants;
    }

    private Habit kinship(int number) {
        if (!chance.happens(number == 1 ? 0.12 : 0.4)) {
            return Habit.HOUSEHOLD;
        }
        return chance.happens(of(Dial.TWIN_RATE)) ? Habit.TWIN : Habit.SIBLING;
    }

    private Person spouse(Person first) {
        return people.housemate(first, familyName(first), world.faces.stranger(chance));
    }

    /** A parent or a child. */
    private Person generation(Person first) {
        int days = chance.between(7_300, 12_800);
        boolean younger = first.birthDate().getYear() < 1978;
        return relative(first, of(Dial.SIBLINGS), younger ? days : -days);
    }

    private Person relative(Person first, double correlation, int daysYounger) {
        Face face = world.faces.relative(first.face(), correlation, chance);
        LocalDate born = first.birthDate().plusDays(daysYounger);
        LocalDate adult = born.isAfter(YOUNGEST) ? YOUNGEST.minusDays(chance.below(1_500)) : born;
        return people.housemate(first, familyName(first), face).born(adult);
    }

    private Applicant relativeElsewhere(Person first) {
        boolean blood = chance.happens(0.6);
        Face face =
                blood ? world.faces.relative(first.face(), of(Dial.SIBLINGS), chance) : world.faces.stranger(chance);
        Person relative = people.elsewhere(first, chance.happens(0.95) ? first.surname() : people.surname(), face);
        boolean card = chance.happens(0.6);
        Person sharing = card ? relative.with("payment", first.own("payment")) : relative;
        if (!card || chance.happens(0.15)) {
            sharing = sharing.with("device", first.own("device"));
        }
        return new Applicant(sharing, List.of(Habit.RELATIVE_ELSEWHERE));
    }

    private String familyName(Person first) {
        return chance.happens(of(Dial.SURNAMES)) ? first.surname() : people.surname();
    }

    private Person together(Person member, Person first, int number) {
        Person result = member;
        boolean sameName = member.surname().equals(first.surname());
        result = chance.happens(of(Dial.FAMILY_DEVICE)) ? result.with("device", first.own("device")) : result;
        result = chance.happens(of(Dial.FAMILY_CARD)) ? result.with("payment", first.own("payment")) : result;
        if (chance.happens(of(Dial.FAMILY_PHONE))) {
            result = result.with("phone", first.own("phone"));
        } else if (sameName && chance.happens(of(Dial.FAMILY_PLAN))) {
            result = result.with("phone", People.phoneAfter(first.own("phone"), number));
        }
        if (sameName && chance.happens(of(Dial.FAMILY_PAPERS))) {
            result = result.with("document", People.documentAfter(first.own("document"), number));
        }
        return result;
    }

    private double of(Dial dial) {
        return world.dials.of(dial);
    }
}
