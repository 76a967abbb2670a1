package io.ringsight.detect.evidence;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Users of devices: they are looked up where they are few, and kept count of where they are many. One thread adds, or many read. */
final class DeviceCrowds {
    private static final String DEVICE = "device";

    private final GrowingGraph graph;
    private final int type;
    private final Int2ObjectOpenHashMap<Crowd> crowds = new Int2ObjectOpenHashMap<>(); // by device

    DeviceCrowds(GrowingGraph graph) {
        this.graph = graph;
        type = graph.snapshot().types().ordinal(DEVICE);
        for (int identifier = 0; identifier < graph.snapshot().identifierCount(); identifier++) {
            if (graph.identifierType(identifier) == type && isCrowded(identifier)) {
                crowds.put(identifier, Crowd.of(graph, identifier));
            }
        }
    }

    private boolean isCrowded(int device) {
        return !isPlaceholder(device) && graph.uses(device) > DeviceUsers.SAMPLE; // of one account or of many
    }

    /** What forms are filled with, and by no account in particular. */
    private boolean isPlaceholder(int device) {
        return device < graph.snapshot().identifierCount() && graph.snapshot().isPlaceholder(device);
    }

    /** An account is seen with more than before. */
    void follow(int account, AccountView before, AccountView now) {
        for (int i = 0; i < now.size; i++) {
            int device = now.identifiers[i];
            if (now.types[i] != type) {
                continue;
            }
            Crowd crowd = crowds.get(device);
            if (crowd == null) {
                if (isCrowded(device)) {
                    crowds.put(device, Crowd.of(graph, device));
                }
            } else if (!before.has(device)) {
                crowd.add(account, graph.accountId(account), now.firstSeen[i]);
            } else if (before.firstSeen(device) != now.firstSeen[i]) {
                crowd.move(before.firstSeen(device), now.firstSeen[i]);
            }
        }
    }

    /** See {@link GrowingGraph#deviceUsers}. */
    DeviceUsers users(int device, int but, long from, long now) {
        Crowd crowd = crowds.get(device);
        if (crowd == null) {
            return few(device, but, from, now);
        }
        AccountView own = but < 0 ? null : graph.view(but, new AccountView());
        return own != null && own.has(device)
                ? crowd.others(but, own.firstSeen(device), from, now)
                : crowd.users(from, now);
    }

    private DeviceUsers few(int device, int but, long from, long now) {
        var users = new IntArrayList();
        int[] seen = new int[2]; // before and since
        long[] earliest = {Long.MAX_VALUE};
        if (!isPlaceholder(device)) {
            graph.forEachUser(device, (account, first) -> {
                if (account != but) {
                    users.add(account);
                    seen[0] += first <= from ? 1 : 0;
                    seen[1] += first > from && first <= now ? 1 : 0;
                    earliest[0] = Math.min(earliest[0], first);
                }
            });
        }
        return new DeviceUsers(users.size(), users.toIntArray(), seen[0], seen[1], earliest[0]);
    }
}
