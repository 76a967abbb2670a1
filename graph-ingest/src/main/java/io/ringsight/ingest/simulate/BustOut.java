package io.ringsight.ingest.simulate;

import java.util.List;

/**
 * Grown over months, account by account; each takes one or two things over from an earlier one, which goes on using them: in
 * that it differs from a number that was given out again.
 */
final class BustOut implements Weave {
    private static final List<String> LENT = List.of("payment", "device", "phone", "tax_id");
    private static final double PATIENCE = 2; // how much more such accounts have at stake

    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        List<Draft> members = plot.active();
        for (int i = 0; i < members.size(); i++) {
            Draft member = members.get(i);
            member.exposure *= PATIENCE;
            if (i == 0 || plot.evades() && chance.happens(0.3)) {
                continue;
            }
            Draft lender = members.get(chance.below(i));
            String first = plot.borrow(member, lender, LENT);
            if (!plot.evades() && chance.happens(0.7)) {
                plot.borrow(
                        member,
                        lender,
                        LENT.stream().filter(type -> !type.equals(first)).toList());
            }
            plot.keepInUse(lender, member);
        }
    }
}
