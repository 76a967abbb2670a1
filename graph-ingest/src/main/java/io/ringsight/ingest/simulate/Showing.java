package io.ringsight.ingest.simulate;

import java.util.List;

/** What people show of what they have. */
final class Showing {
    static final double NOISE = 0.03; // share of the bits of a face that differ from picture to picture

    private record Habit(String type, double probability) {}

    private static final List<Habit> HABITS = List.of(
            new Habit("address", 0.97),
            new Habit("device", 0.95),
            new Habit("document", 0.94),
            new Habit("email", 0.97),
            new Habit("ip", 0.98),
            new Habit("payment", 0.65),
            new Habit("phone", 0.96),
            new Habit("tax_id", 0.4),
            new Habit("wallet", 0.03));

    private Showing() {}

    static void usual(Draft draft, Chance chance, People people) {
        for (Habit habit : HABITS) {
            if (chance.happens(habit.probability())) {
                draft.show(habit.type(), draft.person.own(habit.type()));
            }
        }
        if (chance.happens(0.9)) {
            draft.show("biometric", people.picture(draft.person.face(), NOISE));
        }
        draft.exposure = 150 + chance.waiting(900);
    }
}
