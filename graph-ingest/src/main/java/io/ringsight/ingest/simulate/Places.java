package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/** Where the people of a town apply from: at home, on the move, in a café, at work, on the campus. */
final class Places {
    private final World world;
    private final Chance chance;
    private final List<String> cafes;
    private final List<String> offices;
    private final List<String> campuses;

    Places(World world, People people, int accounts, Chance chance) {
        this.world = world;
        this.chance = chance;
        Dials dials = world.dials;
        cafes = networks(people, accounts * dials.of(Dial.CAFE) / dials.of(Dial.CAFE_SIZE));
        offices = networks(people, accounts * dials.of(Dial.OFFICE) / dials.of(Dial.OFFICE_SIZE));
        campuses = networks(people, accounts / 6_000.0);
    }

    private static List<String> networks(People people, double count) {
        List<String> networks = new ArrayList<>();
        for (int i = 0; i < Math.max(1, Math.round(count)); i++) {
            networks.add(people.network());
        }
        return networks;
    }

    /** Shows the network of the first visit; often also that of a later one. */
    void visit(Draft draft) {
        draft.hide("ip");
        draft.show(from(draft));
        if (chance.happens(world.dials.of(Dial.ELSEWHERE_SEEN))) {
            Item other = from(draft);
            long at = draft.createdAt + Math.round(chance.waiting(12) * SimulationParameters.DAY);
            if (at < world.moments.end() && draft.items.stream().noneMatch(item -> item.value.equals(other.value))) {
                other.firstSeen = at;
                draft.show(other);
            }
        }
    }

    /** The network of the campus. */
    void study(Draft draft) {
        draft.hide("ip");
        draft.show(Item.common("ip", chance.pick(campuses)));
        if (!draft.fraud) {
            draft.call(Habit.CAMPUS);
        }
    }

    private Item from(Draft draft) {
        double[] shares = {world.dials.of(Dial.CARRIER), world.dials.of(Dial.CAFE), world.dials.of(Dial.OFFICE), 0};
        shares[3] = Math.max(0, 1 - shares[0] - shares[1] - shares[2]);
        return switch (chance.weighted(shares)) {
            case 0 -> Item.common("ip", world.carrierAddress(chance));
            case 1 -> place(draft, cafes, Habit.CAFE);
            case 2 -> place(draft, offices, Habit.OFFICE);
            default -> Item.own("ip", draft.person.own("ip"));
        };
    }

    private Item place(Draft draft, List<String> places, Habit habit) {
        if (!draft.fraud) {
            draft.call(habit);
        }
        return Item.common("ip", chance.pickSkewed(places));
    }
}
