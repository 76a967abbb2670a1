package io.ringsight.ingest.simulate;

import java.util.List;

/** Each account shares one thing with the next, and never the same kind of thing twice in a row. */
final class Chain implements Weave {
    private static final List<String> LINKS = List.of("phone", "device", "payment", "tax_id", "document");

    @Override
    public void weave(RingPlot plot) {
        List<Draft> members = plot.active();
        String last = "";
        for (int i = 1; i < members.size(); i++) {
            if (plot.evades() && plot.chance().happens(0.3)) {
                continue; // the chain breaks
            }
            String before = last;
            List<String> others =
                    LINKS.stream().filter(link -> !link.equals(before)).toList();
            last = plot.borrow(members.get(i), members.get(i - 1), others);
        }
    }
}
