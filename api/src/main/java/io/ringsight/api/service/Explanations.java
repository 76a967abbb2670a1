package io.ringsight.api.service;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.evidence.Resemblance;
import io.ringsight.detect.explanation.EvidencePaths;
import io.ringsight.detect.explanation.RingExplainer;
import io.ringsight.detect.explanation.RingProfile;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Explains the rings and accounts of one detection. What the whole snapshot has to be gone through for is made once, when it is first asked
 * for or {@linkplain #prepare before}. Thread-safe.
 */
public final class Explanations {
    private final IdentityGraph graph;
    private final Detection detection;
    private final DetectionParameters parameters;
    private final List<AccountLabel> labels;
    private final Set<String> fraud;
    private @Nullable RingExplainer explainer; // guarded by this
    private @Nullable EvidencePaths paths; // guarded by this

    Explanations(IdentityGraph graph, Detection detection, DetectionParameters parameters, List<AccountLabel> labels) {
        this.graph = graph;
        this.detection = detection;
        this.parameters = parameters;
        this.labels = List.copyOf(labels);
        fraud = labels.stream()
                .filter(label -> label.verdict() == AccountLabel.Verdict.FRAUD)
                .map(AccountLabel::accountId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes what the first question would have to wait for. */
    public void prepare() {
        explainer();
        paths();
    }

    /** The snapshot in which rings are explained: what numbers of identifiers belong to. */
    public IdentityGraph graph() {
        return graph;
    }

    /** Which identifiers of two accounts are weighed as near each other. */
    public List<Resemblance> resemblances(int one, int other) {
        return explainer().epoch().resemblances(one, other);
    }

    /** @param links of the ring */
    public RingProfile of(Ring ring, List<Link> links) {
        var members = new HashSet<>(ring.members());
        List<AccountLabel> known = labels.stream()
                .filter(label -> members.contains(label.accountId()))
                .toList();
        return explainer().profile(ring, links, known);
    }

    /** The shortest ways to other members of the account's ring; none for one in no ring. */
    public EvidencePaths.Around toRing(String account) {
        Set<String> members = detection
                .account(account)
                .flatMap(known -> Optional.ofNullable(known.ringId()).flatMap(detection::ring))
                .map(ring -> Set.copyOf(ring.members()))
                .orElse(Set.of());
        return paths().from(account, members);
    }

    /** The shortest ways to accounts that are labelled fraud. */
    public EvidencePaths.Around toFraud(String account) {
        return paths().from(account, fraud);
    }

    private synchronized RingExplainer explainer() {
        if (explainer == null) {
            var epoch = EvidenceEpoch.of(
                    graph,
                    new AccountOrder(graph),
                    parameters.evidence(),
                    detection.facts().pairModel(),
                    Progress.silent());
            explainer = new RingExplainer(epoch, parameters);
        }
        return explainer;
    }

    private synchronized EvidencePaths paths() {
        if (paths == null) {
            paths = EvidencePaths.of(detection.links());
        }
        return paths;
    }
}
