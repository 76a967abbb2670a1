package io.ringsight.ingest.simulate;

import java.util.List;

/** A burst, months of silence, and a second burst on new devices, paid out as the first or under the same face. */
final class Dormant implements Weave {
    @Override
    public double moment(Chance chance) {
        double burst = 0.12 * chance.share();
        return chance.happens(0.55) ? burst : 1 - burst;
    }

    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        List<Draft> members = plot.active();
        List<String> devices = plot.stock("device", 2);
        List<String> payouts = plot.stock("payment", 1 + members.size() / 12);
        Face face = plot.people().stranger().face();
        if (members.isEmpty()) {
            return;
        }
        long middle = members.getFirst().createdAt + (members.getLast().createdAt - members.getFirst().createdAt) / 2;
        for (Draft member : members) {
            if (!plot.evades()) {
                plot.plant(member, "device", devices.get(member.createdAt <= middle ? 0 : 1));
            }
            if (!plot.evades() && chance.happens(0.8)) {
                plot.plant(member, "payment", chance.pick(payouts));
            }
            if (chance.happens(0.35)) {
                plot.plantFace(member, plot.people().picture(face));
            }
        }
    }
}
