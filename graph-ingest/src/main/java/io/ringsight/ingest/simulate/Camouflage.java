package io.ringsight.ingest.simulate;

import java.util.List;

/** Members who hide where honest people are many (a campus, an agent's tablet, a forwarding address), with a few private links. */
final class Camouflage implements Weave {
    private static final List<String> PRIVATE = List.of("payment", "tax_id", "phone");

    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        Face face = plot.people().stranger().face();
        for (Draft member : plot.active()) {
            switch (chance.below(4)) {
                case 0 -> plot.onCampus(member);
                case 1 -> plot.onTablet(member);
                case 2 -> plot.forward(member);
                default -> {} // at a carrier's, as anybody
            }
        }
        plot.sort();
        List<Draft> members = plot.active();
        for (int i = 0; i < members.size(); i++) {
            Draft member = members.get(i);
            if (chance.happens(0.35)) {
                plot.plantFace(member, plot.people().picture(face));
            }
            if (i > 0 && !(plot.evades() && chance.happens(0.4))) {
                plot.borrow(member, members.get(chance.below(i)), PRIVATE);
            }
        }
    }
}
