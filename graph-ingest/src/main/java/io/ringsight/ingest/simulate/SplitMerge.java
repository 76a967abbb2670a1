package io.ringsight.ingest.simulate;

import java.util.List;

/** Begins as one crew, splits into two with devices and payouts of their own, and ends as one again. */
final class SplitMerge implements Weave {
    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        List<Draft> members = plot.active();
        List<String> devices = plot.stock("device", 3);
        List<String> payouts = plot.stock("payment", 3);
        String number = plot.fresh("phone");
        for (int i = 0; i < members.size(); i++) {
            Draft member = members.get(i);
            int phase = 3 * i / members.size();
            int crew = phase == 0 ? 0 : 1 + chance.below(2);
            if (!plot.evades()) {
                plot.plant(member, "device", devices.get(crew));
            }
            if (!plot.evades()) {
                plot.plant(member, "payment", payouts.get(phase == 2 ? 1 + chance.below(2) : crew));
            }
            if (chance.happens(0.4)) {
                plot.plant(member, "phone", number); // what both crews still have from the beginning
            }
        }
    }
}
