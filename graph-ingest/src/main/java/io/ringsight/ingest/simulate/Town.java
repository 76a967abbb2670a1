package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The accounts of one town: what is drawn, and held in memory, at once. */
final class Town {
    private static final Comparator<Item> IN_FILE =
            Comparator.<Item, String>comparing(item -> item.type).thenComparing(item -> item.written);

    private static final int SOONEST_LABEL = 5; // days

    private Town() {}

    /** Everybody, in no order. Depends on the parameters and the town's number alone. */
    static List<Draft> draw(World world, int town) {
        SimulationParameters parameters = world.parameters;
        int from = world.accountsBefore(town);
        int accounts = world.accountsBefore(town + 1) - from;
        int fraud = world.fraudBefore(town + 1) - world.fraudBefore(town);
        Chance chance = Chance.of(parameters.seed(), "town", town);
        var people = new People(world, town, chance);
        var places = new Places(world, people, accounts, chance);
        var agents = new Agents(world, people, accounts, chance);
        var showing = new Showing(world, people, places, chance);
        List<Draft> honest = new HonestLife(world, people, showing, places, agents, chance).live(accounts - fraud);
        List<Draft> drafts = new ArrayList<>(honest);
        drafts.addAll(new FraudRings(world, people, places, showing, agents, chance, honest).strike(town, fraud));
        var spelling = new Spelling(world.dials, chance);
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            draft.id = AccountIds.of(parameters.seed(), from + i);
            showing.later(draft);
            spelling.write(draft);
            draft.items.sort(IN_FILE);
            label(draft, world, chance);
        }
        return drafts;
    }

    /** Some of the truth comes to light, some time later. */
    private static void label(Draft draft, World world, Chance chance) {
        Dials dials = world.dials;
        double mean = dials.of(draft.fraud ? Dial.LABEL_FRAUD_DAYS : Dial.LABEL_LEGIT_DAYS);
        long at = draft.createdAt + Math.round((SOONEST_LABEL + chance.waiting(mean)) * SimulationParameters.DAY);
        if (chance.happens(dials.of(draft.fraud ? Dial.LABEL_FRAUD : Dial.LABEL_LEGIT)) && at < world.moments.end()) {
            draft.labelledAt = at;
        }
    }
}
