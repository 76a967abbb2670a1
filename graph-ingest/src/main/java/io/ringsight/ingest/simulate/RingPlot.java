package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * One ring being woven: its members, and how its operator plants what connects them. Some of the evasive share nothing at
 * all; those are members without being {@link #active}.
 */
final class RingPlot {
    private static final double AT_HOME = 0.18; // share of members who live among honest people
    private static final double SHARES_NOTHING = 0.45; // of those who would evade

    private final World world;
    private final People people;
    private final Places places;
    private final Showing showing;
    private final Agents agents;
    private final Chance chance;
    private final double evasion;
    private final List<Draft> honest;
    private List<Draft> active = List.of();

    RingPlot(
            World world,
            People people,
            Places places,
            Showing showing,
            Agents agents,
            Chance chance,
            double evasion,
            List<Draft> honest) {
        this.world = world;
        this.people = people;
        this.places = places;
        this.showing = showing;
        this.agents = agents;
        this.chance = chance;
        this.evasion = evasion;
        this.honest = honest;
    }

    /** Somebody who will be a member. Some live among honest people: what connects them to those is no fraud. */
    Person somebody() {
        Person stranger = people.stranger();
        return !honest.isEmpty() && chance.happens(AT_HOME)
                ? people.lodger(chance.pick(honest).person, stranger.face())
                : stranger;
    }

    /** Takes in the members, in order of time. */
    void members(List<Draft> members) {
        List<Draft> sharing = new ArrayList<>();
        for (Draft member : members) {
            if (!chance.happens(evasion * SHARES_NOTHING)) {
                sharing.add(member);
            }
        }
        active = List.copyOf(sharing);
    }

    /** Members who share something, in order of time; may be empty. */
    List<Draft> active() {
        return active;
    }

    Chance chance() {
        return chance;
    }

    People people() {
        return people;
    }

    /** Honest people of the town. */
    List<Draft> honest() {
        return honest;
    }

    double dial(Dial dial) {
        return world.dials.of(dial);
    }

    /** Whether somebody takes the trouble, this time. */
    boolean evades() {
        return chance.happens(evasion);
    }

    /** Plants an equal value. As all that is planted, it takes the place of the member's own: who shows none, shows none. */
    void plant(Draft member, String type, String value) {
        show(member, Item.own(type, value));
    }

    /** Plants a value near those of its kin. */
    void plantNear(Draft member, String type, String value, String kin) {
        show(member, Item.kin(type, value, kin));
    }

    /** Plants a picture of somebody's face. */
    void plantFace(Draft member, String picture) {
        show(member, Item.kin("biometric", picture, "face"));
    }

    /**
     * A member shows what an earlier one has of one of these types, drawn from those that both show: neither shows more than
     * others do for that.
     *
     * @return the type, empty when there is none
     */
    String borrow(Draft member, Draft from, List<String> types) {
        List<String> both = types.stream()
                .filter(type ->
                        member.first(type).isPresent() && from.firstOwn(type).isPresent())
                .toList();
        if (both.isEmpty()) {
            return "";
        }
        String type = chance.pick(both);
        plant(member, type, from.firstOwn(type).orElseThrow().value);
        return type;
    }

    /** The lender's account stays in use, and so does what it lent, at least until the borrower came. */
    void keepInUse(Draft lender, Draft member) {
        for (Item lent : lender.items) {
            for (Item borrowed : member.items) {
                if (!lent.common && lent.type.equals(borrowed.type) && lent.value.equals(borrowed.value)) {
                    long drawn = member.createdAt + chance.below(20 * SimulationParameters.DAY);
                    long since = Math.min(drawn, world.moments.end() - 1);
                    lent.lastSeen = Math.max(lent.lastSeen, since);
                    lender.usedUntil = Math.max(lender.usedUntil, since);
                }
            }
        }
    }

    /** Values that the operator has few of. */
    List<String> stock(String type, int count) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < Math.max(1, count); i++) {
            values.add(fresh(type));
        }
        return values;
    }

    String fresh(String type) {
        return switch (type) {
            case "device" -> people.device();
            case "phone" -> people.phone();
            case "address" -> people.address();
            case "ip" -> people.network();
            case "payment" -> people.payment();
            case "tax_id" -> people.taxId();
            default -> throw new IllegalArgumentException(type);
        };
    }

    void onTablet(Draft member) {
        agents.slipIn(member);
    }

    void onCampus(Draft member) {
        places.study(member);
        member.person = member.person.born(people.studentBirthDate());
    }

    /** Puts the active in order of time again, after some of them came at another time than they meant to. */
    void sort() {
        active = active.stream().sorted(Draft.IN_TIME).toList();
    }

    void forward(Draft member) {
        showing.forward(member);
    }

    private void show(Draft member, Item item) {
        if (member.first(item.type).isEmpty()) {
            return;
        }
        member.showFirst(item);
        if (item.type.equals("document") && !chance.happens(dial(Dial.FOREIGN))) {
            member.person = member.person.of(People.countryOf(item.value)); // says to be from where the papers are
        }
    }
}
