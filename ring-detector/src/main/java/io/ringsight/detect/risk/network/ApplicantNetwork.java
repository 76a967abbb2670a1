package io.ringsight.detect.risk.network;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.WeighedPairs;
import io.ringsight.detect.link.JudgedPairs;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.ring.Ring;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.column.RiskColumns;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.PairFeatures;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.inference.Applicant;
import io.ringsight.gnn.inference.ApplicantScores;
import io.ringsight.gnn.inference.GraphScores;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network that has gone over a detection's snapshot once and is ready to be asked about applicants: what shared identifiers said there,
 * and what evidence alone says of each ring. Beside what {@link ApplicantScores} holds, 9 bytes a shared identifier and 24 a pair of account
 * and shared identifier. Immutable, thread-safe.
 */
public final class ApplicantNetwork {
    private static final double STEPS = 1024;

    private final ApplicantModel model;
    private final ApplicantScores scores;
    private final RelationGraph graph;
    private final int[] members;
    private final Map<String, List<Reason>> evidence; // by ring id
    private final double prior;

    private ApplicantNetwork(
            ApplicantModel model,
            ApplicantScores scores,
            RelationGraph graph,
            int[] members,
            Map<String, List<Reason>> evidence,
            double prior) {
        this.model = model;
        this.scores = scores;
        this.graph = graph;
        this.members = members;
        this.evidence = evidence;
        this.prior = prior;
    }

    /**
     * Weighs all pairs of the snapshot once more and has the network go over it.
     *
     * @param snapshot of the detection
     * @param parameters of the detection
     * @throws io.ringsight.ingest.error.RingsightException when the snapshot has other columns than those of the training, or there is no
     *     tensor engine
     */
    public static ApplicantNetwork of(
            IdentityGraph snapshot,
            Detection detection,
            ApplicantModel model,
            DetectionParameters parameters,
            TorchSettings settings,
            Progress progress) {
        Findings findings = findings(snapshot, detection, parameters, progress);
        Map<String, List<Reason>> evidence = new HashMap<>();
        for (int ring = 0; ring < findings.rings().length; ring++) {
            evidence.put(
                    detection.rings().get(ring).ringId(),
                    findings.evidence().rings().get(ring).reasons());
        }
        GraphView view = RiskColumns.view(findings, progress);
        byte[] unknown = new byte[snapshot.accountCount()];
        try (var scores = GraphScores.of(model.network(), view, unknown, settings, progress)) {
            return new ApplicantNetwork(
                    model,
                    scores.forApplicants(),
                    view.graph(),
                    PairFeatures.members(snapshot),
                    evidence,
                    parameters.prior());
        }
    }

    private static Findings findings(
            IdentityGraph snapshot, Detection detection, DetectionParameters parameters, Progress progress) {
        var order = new AccountOrder(snapshot);
        var pairs = WeighedPairs.under(detection.facts().pairModel(), snapshot, order, parameters.evidence(), progress);
        var links = LinkTable.of(pairs, parameters.linkFloor(), JudgedPairs.none());
        int[][] rings = detection.rings().stream()
                .map(ring -> ranks(ring, snapshot, order))
                .toArray(int[][]::new);
        Risks risks = new RiskModel(parameters.risk(), parameters.prior())
                .score(rings, links, parameters.ringFloor(), order, List.of());
        return new Findings(snapshot, order, pairs, links, rings, risks);
    }

    private static int[] ranks(Ring ring, IdentityGraph snapshot, AccountOrder order) {
        return ring.members().stream()
                .mapToInt(snapshot::findAccount)
                .filter(account -> account >= 0)
                .map(order::rank)
                .sorted()
                .toArray();
    }

    /** Who shared what in the snapshot. */
    public RelationGraph graph() {
        return graph;
    }

    /** int[relations]: accounts that use each at all. */
    public int[] members() {
        return members;
    }

    /** What evidence alone says of a ring of the detection; empty for one that it does not know. */
    public Optional<List<Reason>> evidence(String ringId) {
        return Optional.ofNullable(evidence.get(ringId));
    }

    /**
     * Log2 odds of fraud of an applicant. What the network says is rounded to a {@value #STEPS}th of its unit, since libraries of tensors
     * differ in the last digits from one processor to the next.
     *
     * @param held log2 odds by evidence alone
     */
    public double bits(Applicant applicant, double held) {
        double said = Math.rint(scores.score(applicant).logOdds() * STEPS) / STEPS;
        return model.bits(held, said, prior);
    }
}
