package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole populations in memory, for small ones. */
final class Towns {
    private Towns() {}

    static List<Draft> all(SimulationParameters parameters) {
        var world = new World(parameters);
        List<Draft> drafts = new ArrayList<>();
        for (int town = 0; town < world.towns(); town++) {
            drafts.addAll(Town.draw(world, town));
        }
        return drafts;
    }

    static Collection<List<Draft>> rings(List<Draft> drafts) {
        Map<String, List<Draft>> rings = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            if (!draft.ring.isEmpty()) {
                rings.computeIfAbsent(draft.ring, _ -> new ArrayList<>()).add(draft);
            }
        }
        return rings.values();
    }
}
