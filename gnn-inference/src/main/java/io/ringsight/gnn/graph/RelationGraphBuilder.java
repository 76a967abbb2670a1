package io.ringsight.gnn.graph;

import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;

/** Counts, then fills: every array has its final size from the start. */
final class RelationGraphBuilder {
    /** An identifier lends its users to at most this many that resemble it, the nearest ones. */
    static final int MOST_RESEMBLING = 16;

    private final IdentityGraph snapshot;
    private final NearLists near;

    RelationGraphBuilder(IdentityGraph snapshot, Resemblances resemblances) {
        this.snapshot = snapshot;
        this.near = NearLists.of(resemblances, snapshot.identifierCount(), MOST_RESEMBLING);
    }

    RelationGraph build() {
        int[] users = new int[snapshot.identifierCount()];
        var counting = new PairSet();
        for (int account = 0; account < snapshot.accountCount(); account++) {
            counting.collect(account);
            for (int i = 0; i < counting.size; i++) {
                users[counting.identifiers[i]]++;
            }
        }
        int[] number = new int[users.length]; // of a shared identifier, or -1
        int[] shared = numbered(users, number);
        return fill(users, number, shared);
    }

    /** By type, then as in the snapshot. */
    private int[] numbered(int[] users, int[] number) {
        Arrays.fill(number, -1);
        int[] shared =
                new int[(int) Arrays.stream(users).filter(count -> count > 1).count()];
        int next = 0;
        for (int type = 0; type < snapshot.types().size(); type++) {
            for (int identifier = 0; identifier < users.length; identifier++) {
                if (users[identifier] > 1 && snapshot.identifierType(identifier) == type) {
                    number[identifier] = next;
                    shared[next++] = identifier;
                }
            }
        }
        return shared;
    }

    private RelationGraph fill(int[] usersOf, int[] number, int[] shared) {
        int[] userOffsets = new int[shared.length + 1];
        byte[] type = new byte[shared.length];
        long total = 0;
        for (int n = 0; n < shared.length; n++) {
            total += usersOf[shared[n]];
            userOffsets[n + 1] = Math.toIntExact(total);
            type[n] = (byte) snapshot.identifierType(shared[n]);
        }
        int pairCount = userOffsets[shared.length];
        int[] pairOffsets = new int[snapshot.accountCount() + 1];
        int[] identifiers = new int[pairCount];
        long[] firstSeen = new long[pairCount];
        float[] distance = new float[pairCount];
        int[] users = new int[pairCount];
        int[] pairs = new int[pairCount];
        int[] filled = userOffsets.clone();
        var set = new PairSet();
        int pair = 0;
        for (int account = 0; account < snapshot.accountCount(); account++) {
            set.collect(account);
            set.renumber(number);
            for (int i = 0; i < set.size; i++) {
                int identifier = set.identifiers[i];
                identifiers[pair] = identifier;
                firstSeen[pair] = set.seen[i];
                distance[pair] = set.distance[i];
                users[filled[identifier]] = account;
                pairs[filled[identifier]++] = pair++;
            }
            pairOffsets[account + 1] = pair;
        }
        return new RelationGraph(
                snapshot.types(),
                shared,
                type,
                pairOffsets,
                identifiers,
                firstSeen,
                distance,
                userOffsets,
                users,
                pairs);
    }

    /** The identifiers of one account with those that resemble them, each once, at the least distance. */
    private final class PairSet {
        private int[] identifiers = new int[16];
        private long[] seen = new long[16];
        private float[] distance = new float[16];
        private int size;

        void collect(int account) {
            size = 0;
            int end = snapshot.firstSighting(account + 1);
            for (int sighting = snapshot.firstSighting(account); sighting < end; sighting++) {
                add(snapshot.identifierOf(sighting), snapshot.seenAt(sighting), 0);
            }
            int own = size;
            for (int i = 0; i < own; i++) {
                for (int at = near.first(identifiers[i]); at < near.first(identifiers[i] + 1); at++) {
                    add(near.identifier(at), seen[i], near.distance(at));
                }
            }
        }

        private void add(int identifier, long time, float far) {
            for (int i = size - 1; i >= 0; i--) {
                if (identifiers[i] == identifier) {
                    seen[i] = far < distance[i] || (far == distance[i] && time < seen[i]) ? time : seen[i];
                    distance[i] = Math.min(distance[i], far);
                    return;
                }
            }
            if (size == identifiers.length) {
                identifiers = Arrays.copyOf(identifiers, 2 * size);
                seen = Arrays.copyOf(seen, 2 * size);
                distance = Arrays.copyOf(distance, 2 * size);
            }
            identifiers[size] = identifier;
            seen[size] = time;
            distance[size++] = far;
        }

        /** Leaves out what nobody else uses and sorts by the new number; few enough for insertion. */
        void renumber(int[] number) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int to = number[identifiers[i]];
                if (to >= 0) {
                    long time = seen[i];
                    float far = distance[i];
                    int at = kept++;
                    for (; at > 0 && identifiers[at - 1] > to; at--) {
                        identifiers[at] = identifiers[at - 1];
                        seen[at] = seen[at - 1];
                        distance[at] = distance[at - 1];
                    }
                    identifiers[at] = to;
                    seen[at] = time;
                    distance[at] = far;
                }
            }
            size = kept;
        }
    }
}
