package io.ringsight.detect.check;

import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.evidence.Newcomer;
import io.ringsight.detect.evidence.PairWeigher;
import io.ringsight.detect.evidence.PairWeigher.Weighed;
import io.ringsight.detect.risk.column.EvidenceRow;
import io.ringsight.detect.risk.column.NearIdentifiers;
import io.ringsight.gnn.graph.ApplicantFeatures;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lays out one applicant for a network: what it is, with whom it shares what, in the snapshot and since, and what evidence says. Identifiers
 * that came since, or that one account alone used in the snapshot, say nothing there: they count in what is told of the applicant itself.
 * In bounded work. Not thread-safe.
 */
final class NetworkQuestion {
    /** Identifiers that are told of, the applicant's own and those near them, each. */
    private static final int MOST_IDENTIFIERS = 64;

    private final RelationGraph before;
    private final GrowingGraph graph;
    private final Newcomer newcomer;
    private final int own; // its number, or -1
    private final ApplicantFeatures features;
    private final List<Shown> shown = new ArrayList<>(); // its own identifiers
    private final List<Near> near = new ArrayList<>();
    private final IntArrayList nodes = new IntArrayList(); // by pair: in the network's graph, or -1

    private record Shown(int number, int type, long firstSeen) {}

    /** @param shown position among its own */
    private record Near(int shown, int identifier, float distance) {}

    /**
     * @param before who shared what in the snapshot
     * @param members int[relations]: accounts that used each there
     * @param weighed accounts that it was compared with
     */
    NetworkQuestion(
            RelationGraph before,
            int[] members,
            GrowingGraph graph,
            PairWeigher weigher,
            Applicant applicant,
            TokenisedApplication application,
            List<Weighed> weighed) {
        this.before = before;
        this.graph = graph;
        newcomer = applicant.newcomer();
        AccountRecord account = application.account();
        own = graph.findAccount(account.accountId());
        features = new ApplicantFeatures(
                members,
                account.createdAt(),
                newcomer.createdAt(),
                account.exposure().orElse(Double.NaN));
        features.sightings(application.sightings().size());
        attributes();
        newcomer.forEachIdentifier((number, type, firstSeen) -> {
            features.identifier(type);
            if (shown.size() < MOST_IDENTIFIERS) {
                shown.add(new Shown(number, type, firstSeen));
            }
        });
        for (Weighed pair : weighed) {
            weigher.forEachNear(newcomer, pair, this::near);
        }
        shown();
        resembled();
    }

    private void attributes() {
        for (AccountAttribute attribute : AccountAttribute.values()) {
            int value = newcomer.attribute(attribute);
            if (value == -1) {
                continue;
            }
            int others = graph.bearers(attribute, value);
            if (own >= 0 && graph.attributes(own)[attribute.ordinal()] == value) {
                others = Math.max(0, others - 1); // it is counted already
            }
            features.attribute(attribute, value < 0 ? ApplicantFeatures.OF_ITS_OWN : value, others + 1);
        }
    }

    private void near(int position, int other, double likelihoodBits) {
        if (position < MOST_IDENTIFIERS && near.size() < MOST_IDENTIFIERS) {
            var found = new Near(position, other, NearIdentifiers.distance(likelihoodBits));
            if (!near.contains(found)) {
                near.add(found);
            }
        }
    }

    /** What it shows, with those who show it too or what is near it. */
    private void shown() {
        for (int position = 0; position < shown.size(); position++) {
            Shown identifier = shown.get(position);
            var users = new Users();
            if (identifier.number() >= 0) {
                users.ofEqual(identifier.number());
            }
            for (Near like : near) {
                if (like.shown() == position) {
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
                Shown from = shown.get(like.shown());
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
            if (known.add(account)) {
                accounts.add(account);
                firstSeen.add(seen);
            }
        }

        void tell(int type, long seen, float distance, int node) {
            if (accounts.isEmpty()) {
                return;
            }
            features.pair(type, seen, distance, false, Math.max(others, accounts.size()));
            for (int i = 0; i < accounts.size(); i++) {
                int account = accounts.getInt(i);
                features.user(account, firstSeen.get(i), graph.createdAt(account), graph.attributes(account));
            }
            nodes.add(node);
        }
    }

    /**
     * The applicant, as a network takes it.
     *
     * @param evidence what evidence says of it
     * @return empty where it shares nothing with anybody: there is nobody to be heard
     */
    Optional<io.ringsight.gnn.inference.Applicant> applicant(EvidenceRow evidence) {
        if (features.isAlone()) {
            return Optional.empty();
        }
        float[] pairs = features.pairs();
        float[] told = features.row(pairs);
        float[] said = evidence.values();
        float[] row = Arrays.copyOf(told, told.length + said.length);
        System.arraycopy(said, 0, row, told.length, said.length);
        return Optional.of(heard(row, pairs));
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
        boolean[] inside = new boolean[positions.length];
        for (int i = 0; i < positions.length; i++) {
            identifiers[i] = nodes.getInt(positions[i]);
            System.arraycopy(
                    pairs, positions[i] * PairFeatures.WIDTH, rows, i * PairFeatures.WIDTH, PairFeatures.WIDTH);
            inside[i] = isInside(identifiers[i]);
        }
        return new io.ringsight.gnn.inference.Applicant(row, identifiers, rows, inside, 0);
    }

    private boolean isInside(int node) {
        if (own < 0 || own >= before.accountCount()) {
            return false;
        }
        for (int pair = before.firstPair(own); pair < before.firstPair(own + 1); pair++) {
            if (before.identifierOf(pair) == node) {
                return true;
            }
        }
        return false;
    }
}
