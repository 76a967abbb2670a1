package io.ringsight.ingest.simulate;

import java.util.List;

/** One face under many names: the very picture again, another one, or one altered on purpose. */
final class FaceRecycling implements Weave {
    private static final double ALTERED = 0.45; // disturbance at most; about 35 of 256 bits

    @Override
    public void weave(RingPlot plot) {
        Face face = plot.people().stranger().face();
        String replayed = plot.people().picture(face);
        Draft last = null;
        for (Draft member : plot.active()) {
            if (plot.evades()) {
                plot.plantFace(
                        member,
                        plot.people()
                                .picture(
                                        face,
                                        0.1 + (ALTERED - 0.1) * plot.chance().share()));
            } else {
                plot.plantFace(
                        member,
                        plot.chance().happens(0.3) ? replayed : plot.people().picture(face));
            }
            if (last != null && plot.chance().happens(0.3)) {
                plot.borrow(member, last, List.of("device", "phone"));
            }
            last = member;
        }
    }
}
