package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/** Documents printed in one run: consecutive numbers, and some sold twice. */
final class DocumentMill implements Weave {
    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        String country = chance.pick(Names.COUNTRIES);
        String printed = People.document("passport", country, chance.below(26 * 26), chance.between(1_000, 9_990_000));
        List<String> sold = new ArrayList<>();
        Draft last = null;
        for (Draft member : plot.active()) {
            if (plot.evades() && chance.happens(0.5)) {
                if (last != null) { // the papers are somebody else's work; the telephone is not
                    plot.borrow(member, last, List.of("phone", "payment"));
                }
            } else if (!sold.isEmpty() && chance.happens(0.25)) {
                plot.plantNear(member, "document", chance.pick(sold), "run");
            } else {
                printed = People.documentAfter(printed, chance.between(1, 3));
                sold.add(printed);
                plot.plantNear(member, "document", printed, "run");
            }
            last = member;
        }
    }
}
