package io.ringsight.ingest.simulate;

import java.util.List;

/** Everything is sent to one address, sometimes with a flat that does not exist, and paid out to few accounts. */
final class DropAddress implements Weave {
    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        String street = "%d %s %s, %s"
                .formatted(
                        chance.between(1, 180),
                        chance.pick(Names.STREETS),
                        chance.pick(Names.WAYS),
                        People.town(chance.pick(Names.TOWNS)));
        List<String> payouts = plot.stock("payment", 1 + plot.active().size() / 6);
        for (Draft member : plot.active()) {
            if (!plot.evades()) {
                plot.plantNear(member, "address", street, "drop");
            } else if (chance.happens(0.6)) {
                plot.plantNear(member, "address", People.flat(chance.between(1, 40), street), "drop");
            }
            if (!plot.evades() && chance.happens(0.85)) {
                plot.plant(member, "payment", chance.pick(payouts));
            }
        }
    }
}
