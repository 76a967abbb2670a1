package io.ringsight.ingest.simulate;

import java.util.List;

/** What an application shows of what somebody has, and when each thing is seen again: the same for the honest and the others. */
final class Showing {
    private static final List<String> NEARLY_ALWAYS = List.of("address", "device", "email", "phone");
    private static final double PAYMENT = 0.68;
    private static final double TAX_ID = 0.42;
    private static final double WALLET = 0.03;
    private static final double SECOND_DEVICE = 0.06;
    private static final double LONG_USED = 0.35; // share of accounts
    private static final double LONG_USE = 200; // days, mean
    private static final double SHORT_USE = 35; // days, mean

    private final World world;
    private final People people;
    private final Places places;
    private final Chance chance;

    Showing(World world, People people, Places places, Chance chance) {
        this.world = world;
        this.people = people;
        this.places = places;
        this.chance = chance;
    }

    /** What people usually show. */
    void usual(Draft draft) {
        for (String type : NEARLY_ALWAYS) {
            show(draft, type, 1 - world.dials.of(Dial.NO_OTHER));
        }
        show(draft, "document", 1 - world.dials.of(Dial.NO_DOCUMENT));
        show(draft, "payment", PAYMENT);
        show(draft, "tax_id", TAX_ID);
        show(draft, "wallet", WALLET);
        if (!chance.happens(world.dials.of(Dial.NO_FACE))) {
            draft.show(Item.own("biometric", people.picture(draft.person.face())));
        }
        places.visit(draft);
        if (chance.happens(world.dials.of(Dial.GENERIC))) {
            draft.swap(Item.common("device", world.genericDevice(chance)));
            if (!draft.fraud) {
                draft.call(Habit.GENERIC_DEVICE);
            }
        }
        double multiple = draft.fraud ? world.dials.of(Dial.EXPOSURE) : 1;
        draft.exposure = chance.spread(600 * multiple, 1);
    }

    /** The post goes to a forwarding service. */
    void forward(Draft draft) {
        draft.swap(Item.common("address", world.forwardingAddress(chance)));
        if (!draft.fraud) {
            draft.call(Habit.MAIL_FORWARDING);
        }
    }

    private void show(Draft draft, String type, double probability) {
        if (chance.happens(probability)) {
            draft.show(Item.own(type, draft.person.own(type)));
        }
    }

    /** Sees things again while the account is used, and now and then another device. */
    void later(Draft draft) {
        draft.items.removeIf(item -> item.firstSeen >= world.moments.end());
        double mean = chance.happens(LONG_USED) ? LONG_USE : SHORT_USE;
        long active = Math.round(chance.waiting(mean) * SimulationParameters.DAY);
        long last = Math.min(world.moments.end() - 1, Math.max(draft.usedUntil, draft.createdAt + active));
        if (chance.happens(SECOND_DEVICE) && last > draft.createdAt) {
            Item other = Item.own("device", people.device());
            other.firstSeen = draft.createdAt + chance.below(last - draft.createdAt);
            draft.show(other);
        }
        for (Item item : draft.items) {
            long from = Math.max(draft.createdAt, item.firstSeen);
            long to = Math.min(last, item.until);
            if (to > from && item.lastSeen == 0 && chance.happens(world.dials.of(Dial.LATE))) {
                item.lastSeen = from + chance.below(to - from + 1);
            }
        }
    }
}
