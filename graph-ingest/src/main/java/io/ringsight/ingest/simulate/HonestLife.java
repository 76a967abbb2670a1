package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/** Honest people, who share more than one would think. */
final class HonestLife {
    private static final long RESALE = 60 * SimulationParameters.DAY; // nobody has it in between

    private final SimulationParameters parameters;
    private final Chance chance;
    private final People people;
    private final List<String> tablets = new ArrayList<>();
    private final List<String> commonDevices = new ArrayList<>();
    private final List<String> forwarders = new ArrayList<>();
    private final int carriers;

    HonestLife(SimulationParameters parameters, Chance chance, People people) {
        this.parameters = parameters;
        this.chance = chance;
        this.people = people;
        int accounts = parameters.accounts();
        carriers = Math.clamp(accounts / 2_000, 2, 250);
        for (int i = 0; i < 1 + accounts / 2_000; i++) {
            tablets.add(people.device());
            commonDevices.add(people.device());
        }
        for (int i = 0; i < 1 + accounts / 10_000; i++) {
            forwarders.add(people.address());
        }
    }

    /** Adds that many applications. */
    void live(int count, List<Draft> drafts) {
        var honest = new ArrayList<Draft>(count);
        while (honest.size() < count) {
            household(honest, count);
        }
        passOn("phone", honest);
        passOn("device", honest);
        drafts.addAll(honest);
    }

    private void household(List<Draft> honest, int count) {
        Person first = people.stranger();
        int size = 1 + Math.min(4, (int) chance.waiting(0.9));
        for (int i = 0; i < size && honest.size() < count; i++) {
            Person member = i == 0 ? first : together(people.housemate(first), first);
            honest.add(apply(member));
            if (chance.happens(0.02) && honest.size() < count) {
                honest.add(apply(again(member)));
            }
        }
    }

    private Person together(Person member, Person first) {
        Person result = chance.happens(0.25) ? member.with("device", first.own("device")) : member;
        return chance.happens(0.15) ? result.with("payment", first.own("payment")) : result;
    }

    /** The same person, who forgot the first account or wants another. */
    private Person again(Person person) {
        Person result = person.with("email", people.email(person.givenName(), person.surname()));
        result = chance.happens(0.3) ? result.with("device", people.device()) : result;
        return chance.happens(0.2) ? result.with("phone", people.phone()) : result;
    }

    private Draft apply(Person person) {
        long at =
                SimulationParameters.START.toEpochMilli() + chance.below(parameters.days() * SimulationParameters.DAY);
        var draft = new Draft(person, at, "", "");
        Showing.usual(draft, chance, people);
        if (chance.happens(0.35)) {
            draft.swap("ip", carrierIp());
        } else if (chance.happens(0.06)) {
            draft.swap("ip", "198.51.100." + (1 + chance.below(carriers))); // a campus or an office
        } else if (chance.happens(0.03)) {
            draft.swap("ip", "192.0.2." + (1 + chance.below(Math.min(250, 5 * carriers)))); // a café
        }
        if (chance.happens(0.02)) {
            draft.swap("device", chance.pick(tablets)); // signed up by an agent
        } else if (chance.happens(0.01)) {
            draft.swap("device", chance.pick(commonDevices)); // a fingerprint that many models have
        }
        if (chance.happens(0.003)) {
            draft.swap("address", chance.pick(forwarders));
        }
        return draft;
    }

    private String carrierIp() {
        return carrierIp(chance, parameters);
    }

    /** An address that a mobile carrier gives to thousands. */
    static String carrierIp(Chance chance, SimulationParameters parameters) {
        return "203.0.113." + (1 + chance.below(Math.clamp(parameters.accounts() / 2_000, 2, 250)));
    }

    /** Numbers are recycled and devices resold: half a per cent of people have what a stranger had months before. */
    private void passOn(String type, List<Draft> honest) {
        for (Draft later : honest) {
            if (chance.happens(0.005)) {
                Draft earlier = chance.pick(honest);
                if (earlier.createdAt + RESALE < later.createdAt) {
                    later.swap(type, earlier.person.own(type));
                }
            }
        }
    }
}
