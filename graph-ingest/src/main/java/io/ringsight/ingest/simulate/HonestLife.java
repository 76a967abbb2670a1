package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/** The honest people of a town, who share more than one would think. */
final class HonestLife {
    private final World world;
    private final People people;
    private final Showing showing;
    private final Places places;
    private final Agents agents;
    private final Chance chance;

    HonestLife(World world, People people, Showing showing, Places places, Agents agents, Chance chance) {
        this.world = world;
        this.people = people;
        this.showing = showing;
        this.places = places;
        this.agents = agents;
        this.chance = chance;
    }

    /** Exactly that many applications. */
    List<Draft> live(int count) {
        var households = new Households(world, people, chance);
        List<Draft> drafts = new ArrayList<>(count);
        while (drafts.size() < count) {
            if (chance.happens(world.dials.of(Dial.CAMPUS))) {
                drafts.add(student());
                continue;
            }
            for (Households.Applicant applicant : households.next()) {
                if (drafts.size() < count) {
                    drafts.add(apply(applicant));
                }
                if (drafts.size() < count && chance.happens(world.dials.of(Dial.SECOND))) {
                    Draft first = drafts.getLast();
                    first.call(Habit.SECOND_ACCOUNT);
                    first.firstOfPerson = first;
                    Draft second = again(applicant.person());
                    second.firstOfPerson = first;
                    drafts.add(second);
                }
            }
        }
        new SecondHand(world, chance).passOn(drafts);
        return drafts;
    }

    private Draft student() {
        Draft draft = Draft.honest(people.student(), world.moments.ordinary(chance));
        showing.usual(draft);
        places.study(draft);
        return draft;
    }

    private Draft apply(Households.Applicant applicant) {
        Draft draft = Draft.honest(applicant.person(), world.moments.ordinary(chance));
        showing.usual(draft);
        applicant.habits().forEach(draft::call);
        if (chance.happens(world.dials.of(Dial.AGENT))) {
            agents.signUp(draft);
        }
        if (chance.happens(world.dials.of(Dial.FORWARDING))) {
            showing.forward(draft);
        }
        return draft;
    }

    /** The same person, who forgot the first account or wants another: some things are new by then. */
    private Draft again(Person person) {
        Person now = person;
        now = chance.happens(0.8) ? now.with("email", people.email(now.givenName(), now.surname())) : now;
        now = chance.happens(0.35) ? now.with("device", people.device()) : now;
        now = chance.happens(0.2) ? now.with("phone", people.phone()) : now;
        now = chance.happens(0.4) ? now.with("payment", people.payment()) : now;
        if (chance.happens(0.12)) {
            now = now.with("address", people.address()).with("ip", people.homeNetwork());
        }
        now = chance.happens(0.04) ? now.named(now.givenName(), people.surname()) : now; // married
        Draft draft = Draft.honest(now, world.moments.ordinary(chance));
        showing.usual(draft);
        draft.call(Habit.SECOND_ACCOUNT);
        return draft;
    }
}
