package io.ringsight.ingest.simulate;

/** Telephone numbers bought in one block and e-mail addresses made from one template. */
final class PatternFarm implements Weave {
    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        String phone = plot.people().phone();
        String stem = plot.people().nickname(); // one honest address in six is of this form, and says no name either
        String domain = plot.people().mailDomain();
        int counter = chance.between(10, 99_000);
        for (Draft member : plot.active()) {
            phone = People.phoneAfter(phone, chance.between(1, 4));
            counter += chance.between(1, 3);
            boolean buysElsewhere = plot.evades();
            if (!buysElsewhere) {
                plot.plantNear(member, "phone", phone, "block");
            }
            if (buysElsewhere ? chance.happens(0.6) : !plot.evades()) {
                plot.plantNear(member, "email", stem + "." + counter + "@" + domain, "template");
            }
        }
    }
}
