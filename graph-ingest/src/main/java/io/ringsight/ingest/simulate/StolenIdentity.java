package io.ringsight.ingest.simulate;

import java.util.List;

/** Papers of many victims in the same hands: names, documents and tax numbers are real, telephones and payouts the operator's. */
final class StolenIdentity implements Weave {
    private static final List<String> OPERATORS = List.of("payment", "device", "phone");

    /** Somebody real, who sometimes has an account here, with another face and nothing else of theirs. */
    @Override
    public Person identity(RingPlot plot) {
        Person thief = plot.somebody();
        List<Draft> honest = plot.honest();
        if (honest.isEmpty() || !plot.chance().happens(plot.dial(Dial.VICTIMS))) {
            return thief;
        }
        Draft account = plot.chance().pick(honest);
        account.call(Habit.IDENTITY_VICTIM);
        Person victim = account.person;
        Person stolen = new Person(
                victim.givenName(), victim.surname(), victim.birthDate(), victim.country(), thief.face(), thief.own());
        return stolen.with("document", victim.own("document"))
                .with("tax_id", victim.own("tax_id"))
                .with("email", plot.people().email(victim.givenName(), victim.surname()));
    }

    @Override
    public void weave(RingPlot plot) {
        Chance chance = plot.chance();
        int size = plot.active().size();
        List<String> payouts = plot.stock("payment", 1 + size / 12);
        List<String> devices = plot.stock("device", 1 + size / 12);
        List<String> phones = plot.stock("phone", 1 + size / 8);
        for (Draft member : plot.active()) {
            int first = chance.below(OPERATORS.size());
            for (int i = 0; i < OPERATORS.size(); i++) {
                boolean wanted = i == 0 || chance.happens(0.55);
                if (wanted && !plot.evades()) {
                    int type = (first + i) % OPERATORS.size();
                    plot.plant(
                            member,
                            OPERATORS.get(type),
                            chance.pick(type == 0 ? payouts : type == 1 ? devices : phones));
                }
            }
        }
    }
}
