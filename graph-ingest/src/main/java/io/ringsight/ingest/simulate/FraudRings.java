package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.List;

/** The rings of one town, and its fraudsters who work alone. */
final class FraudRings {
    private static final int SMALLEST = 3;
    private static final int LARGEST = 60;
    private static final double SIGMA = 0.7; // of the logarithm of a ring's size
    private static final double AT_HOME = 0.35; // share of the lone who live among honest people

    private final World world;
    private final People people;
    private final Places places;
    private final Showing showing;
    private final Agents agents;
    private final Chance chance;
    private final List<Draft> honest;
    private final RingPattern[] patterns = RingPattern.values();
    private final double[] owed = new double[patterns.length]; // accounts each pattern is behind its share
    private int rings;

    FraudRings(
            World world,
            People people,
            Places places,
            Showing showing,
            Agents agents,
            Chance chance,
            List<Draft> honest) {
        this.world = world;
        this.people = people;
        this.places = places;
        this.showing = showing;
        this.agents = agents;
        this.chance = chance;
        this.honest = honest;
        for (int i = 0; i < owed.length; i++) {
            owed[i] = dials(i).share() > 0 ? chance.share() : Double.NEGATIVE_INFINITY;
        }
    }

    /** Exactly that many applications. */
    List<Draft> strike(int town, int count) {
        List<Draft> drafts = new ArrayList<>(count);
        int alone = (int) Math.round(count * world.dials.of(Dial.LONE));
        while (count - drafts.size() - alone >= SMALLEST && sumOfShares() > 0) {
            int pattern = mostOwed();
            double drawn = chance.spread(dials(pattern).size(), SIGMA);
            int size = Math.min(Math.clamp(Math.round(drawn), SMALLEST, LARGEST), count - drafts.size() - alone);
            drafts.addAll(ring("R%04d%04d".formatted(town, rings++), patterns[pattern], size));
            pay(pattern, size);
        }
        while (drafts.size() < count) {
            drafts.add(alone());
        }
        return drafts;
    }

    private List<Draft> ring(String id, RingPattern pattern, int size) {
        RingDials dials = world.dials.of(pattern);
        double length = Math.min(world.moments.days(), dials.speed());
        double from = chance.share() * (world.moments.days() - length);
        var plot = new RingPlot(world, people, places, showing, agents, chance, dials.evasion(), honest);
        List<Draft> members = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            double day = from + pattern.weave().moment(chance) * length;
            long at = world.moments.ofRing(day, from, length, chance);
            members.add(Draft.fraud(pattern.weave().identity(plot), pattern.word(), at));
        }
        members.sort(Draft.IN_TIME);
        for (Draft member : members) {
            member.ring = id;
            showing.usual(member);
        }
        plot.members(members);
        pattern.weave().weave(plot);
        members.sort(Draft.IN_TIME); // an agent's customers come when the agent is at work
        ReachableGroups.assign(id, members);
        return members;
    }

    /** Some live among honest people: what connects them to those is no fraud. */
    private Draft alone() {
        Person person = people.stranger();
        if (!honest.isEmpty() && chance.happens(AT_HOME)) {
            Person host = chance.pick(honest).person;
            person = people.lodger(host, person.face());
        }
        Draft draft = Draft.fraud(person, "lone", world.moments.ordinary(chance));
        showing.usual(draft);
        return draft;
    }

    private RingDials dials(int pattern) {
        return world.dials.of(patterns[pattern]);
    }

    private double sumOfShares() {
        double sum = 0;
        for (int i = 0; i < patterns.length; i++) {
            sum += dials(i).share();
        }
        return sum;
    }

    private int mostOwed() {
        int most = 0;
        for (int i = 1; i < owed.length; i++) {
            most = owed[i] > owed[most] ? i : most;
        }
        return most;
    }

    private void pay(int pattern, int accounts) {
        double sum = sumOfShares();
        for (int i = 0; i < owed.length; i++) {
            owed[i] += accounts * dials(i).share() / sum;
        }
        owed[pattern] -= accounts;
    }
}
