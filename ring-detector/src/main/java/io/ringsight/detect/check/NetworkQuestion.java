package io.ringsight.detect.check;

import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.Newcomer;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.evidence.PairWeigher.Weighed;
import io.ringsight.detect.risk.column.EvidenceRow;
import io.ringsight.detect.risk.column.NearIdentifiers;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.gnn.graph.ApplicantFeatures;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays out one applicant for a network: what it is, with whom it shares what, in the snapshot and since, and what evidence says. Identifiers
 * that came since, or that one account alone used in the snapshot, say nothing there: they count in what is told of the applicant itself.
 * Of an applicant that no snapshot holds. In bounded work. Not thread-safe.
 */
final class NetworkQuestion {
    /** Identifiers that are told of, the applicant's own and those near them, each. */
    private static final int MOST_IDENTIFIERS = 64;

    private final RelationGraph before; // who shared what in the snapshot
    private final GrowingGraph graph;
    private final Newcomer newcomer;
    private final int own; // its number, or -1
    private final ApplicantFeatures features;
    private final IntSet apart;
    private final List<Shown> shown = new ArrayList<>(); // its own identifiers
    private final List<Near> near = new ArrayList<>();
    private final IntArrayList nodes = new IntArrayList(); // by pair: in the network's graph, or -1

    /** @param position as the newcomer hands it over */
    private record Shown(int position, int number, int type, long firstSeen) {}

    /** @param to what it shows itself */
    private record Near(Shown to, int identifier, float distance) {}

    NetworkQuestion(
            ApplicantNetwork network,
            GrowingGraph graph,
            PairWeigher weigher,
            Applicant applicant,
            TokenisedApplication application,
            List<Weighed> weighed,
            IntSet apart) {
        this(network.graph(), network.members(), graph, weigher, applicant, application, weighed, apart);
    }

    /**
     * @param members int[relations]: accounts that used each in the snapshot
     * @param weighed accounts that it was compared with
     * @param apart accounts that are not told of
     */
    NetworkQuestion(
            RelationGraph before,
            int[] members,
            GrowingGraph graph,
            PairWeigher weigher,
            Applicant applicant,
            TokenisedApplication application,
            List<Weighed> weighed,
            IntSet apart) {
        this.before = before;
        this.graph = graph;
        this.apart = apart;
        newcomer = applicant.newcomer();
        AccountRecord account = application.account();
        own = graph.findAccount(account.accountId());
        features = new ApplicantFeatures(
                members,
                account.createdAt(),
                newcomer.createdAt(),
                account.exposure().orElse(Double.NaN));
        attributes();
        newcomer.forEachIdentifier((number, type, firstSeen) -> {
            features.identifier(type);
            shown.add(new Shown(shown.size(), number, type, firstSeen));
        });
        features.sightings(Math.max(shown.size(), application.sightings().size()));
        if (shown.size() > MOST_IDENTIFIERS) {
            keepRarest(weigher);
        }
        for (Weighed pair : weighed) {
            weigher.forEachNear(newcomer, pair, this::near);
        }
        shown();
        resembled();
    }

    /** What somebody else uses first, the rarest first: what nobody knows is no way to hide it. */
    private void keepRarest(PairWeigher weigher) {
        shown.sort(Comparator.comparing((Shown one) -> one.number() < 0)
                .thenComparingInt(one -> one.number() < 0 ? 0 : weigher.degree(one.number()))
                .thenComparingInt(Shown::position));
        shown.subList(MOST_IDENTIFIERS, shown.size()).clear();
    }

    private void attributes() {
        for (AccountAttribute attribute : AccountAttribute.values()) {
            int value = newcomer.attribute(attribute);
            if (value != -1) {
                int others = graph.bearers(attribute, value);
                features.attribute(attribute, value < 0 ? ApplicantFeatures.OF_ITS_OWN : value, others + 1);
            }
        }
    }

    private void near(int position, int other, double likelihoodBits) {
        if (near.size() >= MOST_IDENTIFIERS) {
            return;
        }
        for (Shown one : shown) {
            if (one.position() == position) {
                var found = new Near(one, other, NearIdentifiers.distance(likelihoodBits));
                if (!near.contains(found)) {
                    near.add(found);
                }
                return;
            }
        }
    }

    /** What it shows, with those who show it too or what is near it. */
    private void shown() {
        for (Shown identifier : shown) {
            var users = new Users();
            if (identifier.number() >= 0) {
                users.ofEqual(identifier.number());
            }
            for (Near like : near) {
                if (like.to() == identifier) {
                    users.ofEqual(like.identifier());
                }
            }
            int node = node(identifier.type(), identifier.number());
            users.ofNear(node);
            users.tell(identifier.type(), identifier.firstSeen(), 0, node);
        }
    }

    /** What resembles what it shows, each once, at the least distance. */
    private void resembled() {
        var told = new IntOpenHashSet();
        shown.forEach(identifier -> told.add(identifier.number()));
        near.sort((a, b) -> Float.compare(a.distance(), b.distance()));
        for (Near like : near) {
            if (told.add(like.identifier())) {
                Shown from = like.to();
                int node = node(from.type(), like.identifier());
                var users = new Users();
                users.ofEqual(like.identifier());
                users.ofNear(node);
                users.tell(from.type(), from.firstSeen(), like.distance(), node);
            }
        }
    }

    private int node(int type, int identifier) {
        return identifier < 0 || identifier >= graph.snapshot().identifierCount() ? -1 : before.find(type, identifier);
    }

    /** Other users of one identifier, each once. */
    private final class Users {
        private final IntArrayList accounts = new IntArrayList();
        private final List<Long> firstSeen = new ArrayList<>();
        private final IntOpenHashSet known = new IntOpenHashSet();
        private int others;
        private boolean holdsApart;

        void ofEqual(int identifier) {
            int all = graph.sampleUsers(identifier, ApplicantFeatures.MOST_USERS, own, this::add);
            others = Math.max(others, all);
        }

        /** Those whose own identifiers resemble it, as the snapshot had it. */
        void ofNear(int node) {
            if (node < 0 || accounts.size() >= ApplicantFeatures.MOST_USERS) {
                return;
            }
            int end = before.firstUse(node + 1);
            if (end - before.firstUse(node) > ApplicantFeatures.MOST_USERS) {
                return;
            }
            for (int use = before.firstUse(node); use < end; use++) {
                int pair = before.pairOf(use);
                if (before.distance(pair) > 0 && before.accountOf(use) != own) {
                    add(before.accountOf(use), before.firstSeen(pair));
                }
            }
        }

        private void add(int account, long seen) {
            if (apart.contains(account)) {
                holdsApart = true;
            } else if (known.add(account)) {
                accounts.add(account);
                firstSeen.add(seen);
            }
        }

        void tell(int type, long seen, float distance, int node) {
            if (accounts.isEmpty()) {
                return;
            }
            features.pair(type, seen, distance, Math.max(others, accounts.size()));
            for (int i = 0; i < accounts.size(); i++) {
                int account = accounts.getInt(i);
                features.user(account, firstSeen.get(i), graph.createdAt(account), graph.attributes(account));
            }
            nodes.add(holdsApart ? -1 : node); // what it said cannot be heard without those
        }
    }

    /** Whether it shares nothing with anybody: there is nobody to be heard. */
    boolean isAlone() {
        return features.isAlone();
    }

    /**
     * The applicant, as a network takes it.
     *
     * @param evidence what evidence says of it
     */
    io.ringsight.gnn.inference.Applicant applicant(EvidenceRow evidence) {
        float[] pairs = features.pairs();
        float[] told = features.row(pairs);
        float[] said = evidence.values();
        float[] row = Arrays.copyOf(told, told.length + said.length);
        System.arraycopy(said, 0, row, told.length, said.length);
        return heard(row, pairs);
    }

    /** With those of its pairs that have a place in the graph, in its order. */
    private io.ringsight.gnn.inference.Applicant heard(float[] row, float[] pairs) {
        int[] positions = IntStream.range(0, nodes.size())
                .filter(pair -> nodes.getInt(pair) >= 0)
                .boxed()
                .sorted((a, b) -> Integer.compare(nodes.getInt(a), nodes.getInt(b)))
                .mapToInt(pair -> pair)
                .toArray();
        int[] identifiers = new int[positions.length];
        float[] rows = new float[positions.length * PairFeatures.WIDTH];
        for (int i = 0; i < positions.length; i++) {
            identifiers[i] = nodes.getInt(positions[i]);
            System.arraycopy(
                    pairs, positions[i] * PairFeatures.WIDTH, rows, i * PairFeatures.WIDTH, PairFeatures.WIDTH);
        }
        return new io.ringsight.gnn.inference.Applicant(row, identifiers, rows, new boolean[positions.length], 0);
    }
}
