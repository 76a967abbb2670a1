package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** People who sign up others on a tablet of theirs: one after another, in opening hours, over weeks. */
final class Agents {
    private static final int SLOTS = 54; // of ten minutes, in a working day

    private final World world;
    private final Chance chance;
    private final List<Agent> agents = new ArrayList<>();

    private record Agent(String tablet, String network, int fromDay, int days, Set<Integer> taken) {}

    Agents(World world, People people, int accounts, Chance chance) {
        this.world = world;
        this.chance = chance;
        Dials dials = world.dials;
        long count = Math.max(1, Math.round(accounts * dials.of(Dial.AGENT) / dials.of(Dial.AGENT_SIZE)));
        int all = world.moments.days();
        for (int i = 0; i < count; i++) {
            int days = Math.clamp((long) chance.spread(60, 0.6), 1, all);
            agents.add(
                    new Agent(people.device(), people.network(), chance.below(all - days + 1), days, new HashSet<>()));
        }
    }

    /** Signs up a person on one of the tablets, at a time of the agent's. Big agents have most of the customers. */
    void signUp(Draft draft) {
        Agent agent = chance.pickSkewed(agents);
        int slot = chance.below(agent.days * SLOTS);
        for (int tries = 0; !agent.taken.add(slot) && tries < SLOTS; tries++) {
            slot = chance.below(agent.days * SLOTS);
        }
        use(agent, draft, agent.fromDay + slot / SLOTS, slot % SLOTS);
        draft.call(Habit.AGENT_TABLET);
    }

    /** Slips in among the customers of that day, if any agent is at work then. */
    void slipIn(Draft draft) {
        int day = world.moments.day(draft.createdAt);
        List<Agent> working = agents.stream()
                .filter(agent -> day >= agent.fromDay && day < agent.fromDay + agent.days)
                .toList();
        if (!working.isEmpty()) {
            use(chance.pick(working), draft, day, chance.below(SLOTS));
        }
    }

    private void use(Agent agent, Draft draft, int day, int slot) {
        draft.moveTo(world.moments.atWork(day, slot) + chance.below(120_000));
        draft.showOnly(Item.common("device", agent.tablet));
        if (chance.happens(0.7)) {
            draft.showFirst(Item.common("ip", agent.network));
        }
    }
}
