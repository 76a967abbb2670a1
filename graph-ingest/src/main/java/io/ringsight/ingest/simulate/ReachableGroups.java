package io.ringsight.ingest.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members of a ring anything at all connects. Two members are connected when both <em>show</em>
 * <ul>
 *   <li>an equal value of one type that is not {@linkplain Item#common public} (carrier, café, office, campus, agent's tablet,
 *       generic fingerprint, forwarding address), apart from slips and habits of writing;
 *   <li>pictures of one face planted by the operator, no further apart than {@link FaceSpace#NEAR} bits;
 *   <li>documents of one printed run, or telephone numbers of one block, no further apart than {@link #WINDOW};
 *   <li>e-mail addresses of one template;
 *   <li>the drop's address, with or without a flat.
 * </ul>
 * Papers stolen from the same source do not count: nothing in a file tells the source. A value that is missing from a file
 * connects nobody. Groups are the components of that relation, named {@code ring_id.n} in the order of their first members in
 * time; who is connected to nobody has a group alone. Members connected only through somebody outside the ring are not
 * connected.
 */
final class ReachableGroups {
    /** Serial numbers this near are of one run. */
    static final int WINDOW = 50;

    private ReachableGroups() {}

    /** Gives every member of a ring the name of its group. */
    static void assign(String ring, List<Draft> members) {
        int[] parent = new int[members.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int i = 0; i < parent.length; i++) {
            for (int j = 0; j < i; j++) {
                if (root(parent, i) != root(parent, j) && connected(members.get(i), members.get(j))) {
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            members.get(i).reachableGroup =
                    names.computeIfAbsent(root(parent, i), _ -> ring + "." + (names.size() + 1));
        }
    }

    private static int root(int[] parent, int member) {
        int root = member;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    private static boolean connected(Draft one, Draft other) {
        for (Item a : one.items) {
            for (Item b : other.items) {
                if (a.type.equals(b.type) && !a.common && !b.common && (a.value.equals(b.value) || isNear(a, b))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNear(Item a, Item b) {
        if (a.kin.isEmpty() || !a.kin.equals(b.kin)) {
            return false;
        }
        return switch (a.type) {
            case "biometric" -> FaceSpace.distance(a.value, b.value) <= FaceSpace.NEAR;
            case "document", "phone" -> Math.abs(serial(a.value) - serial(b.value)) <= WINDOW;
            default -> true;
        };
    }

    /** The last seven digits; a run that passes a round number is cut there. */
    private static int serial(String value) {
        return Integer.parseInt(value.substring(value.length() - 7));
    }
}
