package io.ringsight.ingest.simulate;

import static io.ringsight.ingest.simulate.SimulationParameters.DAY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers that are given out again and devices that are sold on: two strangers have the same thing, one after the other. */
final class SecondHand {
    private static final int TRIES = 8;
    private static final long RESALE = 10 * DAY; // nobody has it in between

    private final World world;
    private final Chance chance;

    SecondHand(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void passOn(List<Draft> drafts) {
        long aging = Math.round(world.dials.of(Dial.AGING) * DAY);
        pass("phone", world.dials.of(Dial.RECYCLED), aging, Habit.RECYCLED_PHONE, drafts);
        pass("device", world.dials.of(Dial.RESOLD), RESALE, Habit.RESOLD_DEVICE, drafts);
    }

    private void pass(String type, double share, long gap, Habit habit, List<Draft> drafts) {
        Map<String, Integer> holders = new HashMap<>();
        for (Draft draft : drafts) {
            draft.first(type).ifPresent(item -> holders.merge(item.value, 1, Integer::sum));
        }
        for (Draft later : drafts) {
            if (chance.happens(share) && isAlone(later.first(type), holders)) {
                for (int i = 0; i < TRIES; i++) {
                    Draft earlier = chance.pick(drafts);
                    Optional<Item> had = earlier.first(type);
                    if (earlier.createdAt + gap < later.createdAt && isAlone(had, holders)) {
                        had.orElseThrow().until = later.createdAt - gap;
                        later.showOnly(Item.own(type, had.orElseThrow().value));
                        holders.merge(had.orElseThrow().value, 1, Integer::sum);
                        earlier.call(habit);
                        later.call(habit);
                        break;
                    }
                }
            }
        }
    }

    private static boolean isAlone(Optional<Item> item, Map<String, Integer> holders) {
        return item.isPresent() && !item.get().common && holders.getOrDefault(item.get().value, 0) == 1;
    }
}
