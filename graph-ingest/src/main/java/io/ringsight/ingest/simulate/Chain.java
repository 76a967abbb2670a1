package io.ringsight.ingest.simulate;

import java.util.List;

/** Each account shares one thing with the next, and never the same kind of thing twice in a row. */
final class Chain implements Weave {
    private static final List<String> LINKS = List.of("phone", "device", "payment", "tax_id", "document");

    @Override
    public void weave(RingPlot plot) {
        List<Draft> members = plot.active();
        int link = plot.chance().below(LINKS.size());
        for (int i = 1; i < members.size(); i++) {
            link = (link + 1 + plot.chance().below(LINKS.size() - 1)) % LINKS.size();
            if (plot.evades() && plot.chance().happens(0.3)) {
                continue; // the chain breaks
            }
            Draft member = members.get(i);
            plot.borrow(member, members.get(i - 1), LINKS.get(link));
        }
    }
}
