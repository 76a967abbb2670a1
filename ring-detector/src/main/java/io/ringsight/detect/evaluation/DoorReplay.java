package io.ringsight.detect.evaluation;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.detect.risk.network.ApplicantNetwork;
import io.ringsight.detect.risk.network.ApplicantTraining;
import io.ringsight.detect.risk.network.EvidencedView;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.CodePointOrder;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Applicants in the order in which they came: each is checked with what it had been seen with by then, and taken in. What an account is seen
 * with later comes in when it is. Detections are made anew every so often, with labels that were known by then; in between rings follow.
 */
public final class DoorReplay {
    private static final Comparator<TokenisedApplication> IN_ORDER = Comparator.comparingLong(
                    (TokenisedApplication application) -> application.account().createdAt())
            .thenComparing(application -> application.account().accountId(), CodePointOrder.INSTANCE);

    private final IdentifierTypes types;
    private final DetectionParameters parameters;
    private final List<AccountLabel> labels;
    private final Optional<Networks> networks;
    private Optional<ApplicantModel> model = Optional.empty(); // taught at the first detection
    private final Map<String, AccountRecord> accounts = new HashMap<>();
    private final PriorityQueue<SightingRecord> later =
            new PriorityQueue<>(Comparator.comparingLong(SightingRecord::seenAt));
    private final List<TokenisedApplication> known = new ArrayList<>(); // all that was taken in, in order

    private DoorReplay(
            IdentifierTypes types,
            DetectionParameters parameters,
            List<AccountLabel> labels,
            Optional<Networks> networks) {
        this.types = types;
        this.parameters = parameters;
        this.labels = labels;
        this.networks = networks;
    }

    /** How a network is taught, once, with what is known when the first applicant comes, that judges applicants from then on. */
    public record Networks(NetworkParameters parameters, TorchSettings settings) {}

    /** An applicant, and the probability of fraud that a check gave. */
    public record Asked(String accountId, double probability) {}

    /**
     * @param applications in any order
     * @param labels used from when they are known on
     * @param networks that judge applicants too; empty for none
     * @param from applicants created after this are checked, milliseconds since 1970 UTC
     * @param every milliseconds between detections
     */
    public static List<Asked> of(
            IdentifierTypes types,
            DetectionParameters parameters,
            List<TokenisedApplication> applications,
            List<AccountLabel> labels,
            Optional<Networks> networks,
            long from,
            long every,
            Progress progress) {
        return new DoorReplay(types, parameters, labels, networks).replay(applications, from, every, progress);
    }

    private List<Asked> replay(List<TokenisedApplication> applications, long from, long every, Progress progress) {
        List<TokenisedApplication> ordered =
                applications.stream().sorted(IN_ORDER).toList();
        List<Asked> asked = new ArrayList<>();
        Optional<LiveDetection> live = Optional.empty();
        long next = from;
        for (TokenisedApplication application : ordered) {
            long now = application.account().createdAt();
            if (now > from && (live.isEmpty() || now > next)) {
                release(next, Optional.empty());
                live = Optional.of(detect(next, progress));
                next += Math.max(every, (now - next) / every * every);
            }
            release(now, live);
            TokenisedApplication seen = until(application, now);
            live.ifPresent(detection -> asked.add(new Asked(
                    application.account().accountId(),
                    detection.check(seen).result().probability())));
            take(seen, live);
        }
        return asked;
    }

    /** What an account had been seen with by then; the rest waits. */
    private TokenisedApplication until(TokenisedApplication application, long now) {
        accounts.put(application.account().accountId(), application.account());
        List<SightingRecord> seen = new ArrayList<>();
        for (SightingRecord sighting : application.sightings()) {
            (sighting.seenAt() <= now ? seen : later).add(sighting);
        }
        return new TokenisedApplication(application.account(), seen);
    }

    private void release(long now, Optional<LiveDetection> live) {
        while (!later.isEmpty() && later.peek().seenAt() <= now) {
            SightingRecord sighting = later.remove();
            AccountRecord account = Objects.requireNonNull(accounts.get(sighting.accountId()));
            take(new TokenisedApplication(account, List.of(sighting)), live);
        }
    }

    private void take(TokenisedApplication application, Optional<LiveDetection> live) {
        known.add(application);
        live.ifPresent(detection ->
                detection.add(application, known.size(), application.account().createdAt()));
    }

    private LiveDetection detect(long now, Progress progress) {
        var builder = new IdentityGraphBuilder(types);
        known.forEach(builder::application);
        IdentityGraph graph = builder.build();
        List<AccountLabel> known =
                labels.stream().filter(label -> label.labelledAt() <= now).toList();
        Detection detection =
                new DetectionRun(parameters, ComponentEngine.jvm(), Optional.empty()).run(graph, known, progress);
        List<RingVersion> rings = detection.rings().stream()
                .map(ring -> new RingVersion(ring.ringId(), 1, now, ring.members()))
                .toList();
        LiveDetection live = LiveDetection.of(graph, 0, detection, RingHistory.of(rings), parameters);
        networks.ifPresent(how -> ask(live, how, graph, detection, known, progress));
        return live;
    }

    private void ask(
            LiveDetection live,
            Networks how,
            IdentityGraph graph,
            Detection detection,
            List<AccountLabel> known,
            Progress progress) {
        if (model.isEmpty()) {
            List<EvidencedView> views = EvidencedView.until(
                    graph, graph.newestTime(), how.parameters().views(), parameters, ComponentEngine.jvm(), progress);
            var training = how.parameters().training().withSeed(parameters.seed());
            model = new ApplicantTraining(views, training, how.settings(), progress).run(known, parameters.prior());
        }
        live.ask(model.map(
                taught -> ApplicantNetwork.of(graph, detection, taught, parameters, how.settings(), progress)));
    }
}
