package io.ringsight.detect.explanation;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of what a ring's members present is distinct: seven names and one face. Faces (bit hashes) that resemble each other count once.
 *
 * @param accounts members
 * @param named those that give a name
 * @param names distinct pairs of given name and surname
 * @param born those that give a birth date
 * @param birthDates distinct ones
 * @param exposure money at stake, of the members that have any, summed
 * @param types of what they present, in the order of the configuration
 */
public record RingCounts(
        int accounts, int named, int names, int born, int birthDates, double exposure, List<TypeCount> types) {
    public RingCounts {
        types = List.copyOf(types);
    }

    /**
     * Of one identifier type.
     *
     * @param accounts members that present any
     * @param distinct how many there are; bit hashes that resemble each other are of one face
     */
    public record TypeCount(String type, int accounts, int distinct) {}

    static RingCounts of(IdentityGraph graph, int[] members, RingThings things) {
        var names = new LongOpenHashSet();
        var birthDates = new IntOpenHashSet();
        int named = 0;
        int born = 0;
        double exposure = 0;
        for (int account : members) {
            int given = graph.attribute(AccountAttribute.GIVEN_NAME, account);
            int surname = graph.attribute(AccountAttribute.SURNAME, account);
            if (given >= 0 || surname >= 0) {
                named++;
                names.add((long) given << 32 | surname & 0xFFFFFFFFL);
            }
            int birthDate = graph.attribute(AccountAttribute.BIRTH_DATE, account);
            if (birthDate >= 0) {
                born++;
                birthDates.add(birthDate);
            }
            exposure += Double.isFinite(graph.exposure(account)) ? graph.exposure(account) : 0;
        }
        return new RingCounts(
                members.length, named, names.size(), born, birthDates.size(), exposure, types(graph, things));
    }

    private static List<TypeCount> types(IdentityGraph graph, RingThings things) {
        int[] distinct = new int[graph.types().size()];
        var users = new IntOpenHashSet[distinct.length];
        Arrays.setAll(users, _ -> new IntOpenHashSet());
        for (int i = 0; i < things.size(); i++) {
            RingThing thing = things.get(i);
            boolean oneFace = thing.kind() == ThingKind.ALIKE
                    && graph.types().get(thing.type()).kind() == IdentifierKind.BITS;
            distinct[thing.type()] += oneFace ? 1 : thing.identifiers().length;
            for (int member : thing.members()) {
                users[thing.type()].add(member);
            }
        }
        var types = new ArrayList<TypeCount>();
        for (int type = 0; type < distinct.length; type++) {
            if (distinct[type] > 0) {
                types.add(new TypeCount(graph.types().get(type).name(), users[type].size(), distinct[type]));
            }
        }
        return types;
    }
}
