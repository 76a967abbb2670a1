package io.ringsight.detect.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.Population;
import io.ringsight.detect.check.Check;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Judgements;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.evidence.Ablation;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.membership.MembershipIndex;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Streams of new accounts, new sightings of known ones, cuts and bonds, taken back again, against working everything out from nothing: the
 * graph from its records, rings and their ids from all links. Without time: how fast others came is a parameter of the epoch.
 */
class LiveDetectionProperties {
    private static final DetectionParameters PARAMETERS =
            DetectionParameters.defaults().without(Ablation.TIME);
    private static final int EPOCHS = 12;
    private static final String[] TYPES = {"device", "document", "phone", "email", "payment", "address", "ip"};

    private static final Map<Integer, Epoch> KNOWN = new ConcurrentHashMap<>();

    private record Epoch(IdentityGraph graph, Detection detection, RingHistory history) {
        static Epoch of(int seed) {
            var random = new Random(seed);
            var population = new Population();
            for (int i = 0; i < 6; i++) {
                population.account("F" + i, 40 + i, "document:d0", "device:d0", "email:f" + i);
            }
            for (int i = 0; i < 30; i++) {
                population.account("A" + i, random.nextInt(60), drawn(random, 3));
            }
            IdentityGraph graph = population.graph();
            Detection detection = new DetectionRun(PARAMETERS, ComponentEngine.jvm(), Optional.empty())
                    .run(graph, List.of(), Progress.silent());
            List<RingVersion> versions = detection.rings().stream()
                    .map(ring -> new RingVersion(ring.ringId(), 1, 0, ring.members()))
                    .toList();
            return new Epoch(graph, detection, RingHistory.of(versions));
        }
    }

    private static String[] drawn(Random random, int most) {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(most); i++) {
            String type = TYPES[random.nextInt(TYPES.length)];
            if (drawn.stream().noneMatch(known -> known.startsWith(type))) {
                drawn.add(type + ":d" + random.nextInt(type.equals("ip") ? 3 : 25));
            }
        }
        return drawn.toArray(String[]::new);
    }

    @Property(tries = 10_000)
    void followingAStreamIsWorkingEverythingOut(
            @ForAll long seed,
            @ForAll @IntRange(max = EPOCHS - 1) int which,
            @ForAll @IntRange(min = 1, max = 12) int n) {
        Epoch epoch = KNOWN.computeIfAbsent(which, Epoch::of);
        var random = new Random(seed);
        var live = LiveDetection.of(epoch.graph, 0, epoch.detection, epoch.history, PARAMETERS);
        var batch = new BatchRings(PARAMETERS.ringFloor(), PARAMETERS.leiden(), PARAMETERS.seed(), epoch.history);
        List<TokenisedApplication> came = new ArrayList<>();
        List<String> ids = new ArrayList<>(
                epoch.detection.accounts().stream().map(AccountRisk::accountId).toList());
        List<Disposition> decided = new ArrayList<>();
        for (int step = 1; step <= n; step++) {
            if (random.nextInt(4) > 0) {
                boolean known = random.nextInt(4) == 0;
                String id = known ? ids.get(random.nextInt(ids.size())) : "N" + step;
                TokenisedApplication application = new Population()
                        .account(id, 60 + step, drawn(random, 4))
                        .application(id);
                came.add(application);
                if (!known) {
                    ids.add(id);
                }
                live.add(application, step, step);
            } else {
                decide(decided, ids, step, random);
                live.follow(Judgements.at(decided, step), decided.size(), step);
            }
            batch.follow(live.live(), step);
            if (step == n || random.nextInt(4) == 0) {
                sameRings(live.changes().rings().detection(), batch.history());
            }
        }
        var again = new IdentityGraphBuilder(epoch.graph.types());
        again.snapshot(epoch.graph, Long.MAX_VALUE);
        came.forEach(again::application);
        IdentityGraph whole = again.build();
        var rebuilt = GrowingGraph.of(whole, MembershipIndex.of(whole));
        var check = new Check(
                        rebuilt, CurrentRings.of(rebuilt, live.changes().rings().detection()), PARAMETERS)
                .under(Judgements.at(decided, n));
        for (String id : List.of("X", ids.get(random.nextInt(ids.size())))) {
            TokenisedApplication asked =
                    new Population().account(id, 80, drawn(random, 4)).application(id);
            sameAnswer(live.check(asked).result(), check.decide(asked));
        }
    }

    private static void decide(List<Disposition> decided, List<String> ids, int step, Random random) {
        List<Disposition> standing = Judgements.at(decided, step).standing();
        long number = decided.size() + 1;
        if (!standing.isEmpty() && random.nextInt(3) == 0) {
            Disposition over = standing.get(random.nextInt(standing.size()));
            decided.add(new Disposition(
                    number,
                    Disposition.Kind.UNDO,
                    over.subject(),
                    "u",
                    "r",
                    step,
                    OptionalLong.empty(),
                    OptionalLong.of(over.number())));
            return;
        }
        String a = ids.get(random.nextInt(ids.size()));
        String b = random.nextBoolean() ? "F" + random.nextInt(6) : ids.get(random.nextInt(ids.size()));
        if (!a.equals(b)) {
            decided.add(new Disposition(
                    number,
                    random.nextBoolean() ? Disposition.Kind.CUT : Disposition.Kind.BOND,
                    Subject.Pair.of(a, b),
                    "u",
                    "r",
                    step,
                    OptionalLong.empty(),
                    OptionalLong.empty()));
        }
    }

    private static void sameRings(Detection detection, RingHistory history) {
        Map<String, List<String>> expected = new TreeMap<>();
        history.standing().forEach(ring -> expected.put(ring.ringId(), ring.members()));
        Map<String, List<String>> found = new TreeMap<>();
        Map<String, String> ringOf = new HashMap<>();
        for (Ring ring : detection.rings()) {
            found.put(ring.ringId(), ring.members());
            ring.members().forEach(member -> ringOf.put(member, ring.ringId()));
        }
        assertThat(found).isEqualTo(expected);
        for (AccountRisk account : detection.accounts()) {
            assertThat(account.ringId()).isEqualTo(ringOf.get(account.accountId()));
        }
    }

    private static void sameAnswer(CheckResult found, CheckResult expected) {
        assertThat(found.probability()).isEqualTo(expected.probability());
        assertThat(found.ring()).isEqualTo(expected.ring());
        assertThat(found.reasons()).isEqualTo(expected.reasons());
        assertThat(found.truncated()).isEqualTo(expected.truncated());
        assertThat(found.snapshot()).isEqualTo(expected.snapshot());
        assertThat(found.paths()).hasSameSizeAs(expected.paths());
    }
}
