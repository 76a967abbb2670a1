package io.ringsight.detect.evaluation.faithfulness;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.explanation.EvidenceItem;
import io.ringsight.detect.explanation.Question;
import io.ringsight.detect.explanation.RingExplainer;
import io.ringsight.detect.explanation.RingExplanation;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.snapshot.IdentityGraph;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Explains every risky ring of a detection and tests each explanation in two ways: under the epoch, one ring at a time, and by running the
 * product again, with nothing learned anew, on the snapshot from which what was cited of all risky rings is gone, and on the one in which
 * their members have only what was cited. A ring is still risky there when a risky ring holds two of its members.
 */
public final class FaithfulnessStudy {
    private final DetectionParameters parameters;
    private final Findings findings;
    private final Progress progress;
    private final RingExplainer explainer;

    public FaithfulnessStudy(DetectionParameters parameters, Findings findings, Progress progress) {
        this.parameters = parameters;
        this.findings = findings;
        this.progress = progress;
        var epoch = EvidenceEpoch.of(
                findings.snapshot(),
                findings.order(),
                parameters.evidence(),
                findings.pairs().model(),
                progress);
        explainer = new RingExplainer(epoch, parameters);
    }

    /** Of rings that evidence alone makes risky. */
    public List<Faithfulness> ofEvidence() {
        List<Explained> explained = explained(findings.evidence().rings());
        return List.of(
                underTheEpoch("evidence, under the epoch", explained),
                again("evidence, run again", explained, Optional.empty(), List.of()));
    }

    /** Of rings that are risky by what labels taught. */
    public List<Faithfulness> ofLearned(TrainedModel model, List<AccountLabel> labels) {
        var before = new Rerun(parameters, findings.pairs().model(), Optional.of(model), labels)
                .run(findings.snapshot(), progress);
        List<Explained> explained = explained(before.rings());
        List<Explained> evident = explained.stream()
                .filter(ring -> ring.explanation.question() == Question.WHY_RISKY)
                .toList();
        return List.of(
                again("learned, run again", explained, Optional.of(model), labels),
                again("… of these risky by evidence too", evident, Optional.of(model), labels));
    }

    /** A risky ring and its explanation. */
    private record Explained(int[] members, RingExplanation explanation) {}

    private List<Explained> explained(List<Risks.Risk> risks) {
        var explained = new ArrayList<Explained>();
        for (int ring = 0; ring < findings.rings().length; ring++) {
            if (risks.get(ring).probability() >= Question.RISKY_FROM) {
                int[] members = findings.rings()[ring];
                explained.add(new Explained(members, explainer.explain(members)));
            }
        }
        return explained;
    }

    private static Faithfulness underTheEpoch(String method, List<Explained> rings) {
        return faithfulness(
                method,
                rings,
                rings.stream().filter(ring -> ring.explanation.isNecessary()).count(),
                rings.stream().filter(ring -> ring.explanation.isSufficient()).count());
    }

    private static Faithfulness faithfulness(String method, List<Explained> rings, long necessary, long sufficient) {
        return new Faithfulness(
                method,
                rings.size(),
                (int) necessary,
                (int) sufficient,
                rings.stream()
                        .mapToLong(ring -> ring.explanation.cited().size())
                        .sum(),
                rings.stream().mapToLong(ring -> ring.explanation.things()).sum());
    }

    private Faithfulness again(
            String method, List<Explained> rings, Optional<TrainedModel> model, List<AccountLabel> labels) {
        var rerun = new Rerun(parameters, findings.pairs().model(), model, labels);
        IdentityGraph graph = findings.snapshot();
        LongOpenHashSet cited = cited(rings);
        IntOpenHashSet members = members(rings);
        int[] accountOf = accountOf(graph);
        IntPredicate isCited = s -> cited.contains(use(accountOf[s], graph.identifierOf(s)));
        Rerun.Result without = rerun.run(graph.keeping(s -> !isCited.test(s)), progress);
        Rerun.Result only = rerun.run(graph.keeping(s -> isCited.test(s) || !members.contains(accountOf[s])), progress);
        return faithfulness(
                method,
                rings,
                rings.stream().filter(ring -> !isRisky(ring, without)).count(),
                rings.stream().filter(ring -> isRisky(ring, only)).count());
    }

    private LongOpenHashSet cited(List<Explained> rings) {
        var cited = new LongOpenHashSet();
        for (Explained ring : rings) {
            for (EvidenceItem thing : ring.explanation.cited()) {
                for (String account : thing.accounts()) {
                    for (int identifier : thing.identifiers()) {
                        cited.add(use(findings.snapshot().findAccount(account), identifier));
                    }
                }
            }
        }
        return cited;
    }

    private IntOpenHashSet members(List<Explained> rings) {
        var members = new IntOpenHashSet();
        rings.forEach(ring -> Arrays.stream(ring.members)
                .forEach(rank -> members.add(findings.order().account(rank))));
        return members;
    }

    private static long use(int account, int identifier) {
        return (long) account << 32 | identifier;
    }

    private static int[] accountOf(IdentityGraph graph) {
        int[] account = new int[graph.sightingCount()];
        for (int a = 0; a < graph.accountCount(); a++) {
            Arrays.fill(account, graph.firstSighting(a), graph.firstSighting(a + 1), a);
        }
        return account;
    }

    /** Ranks follow from ids alone, so members have the same ones there. */
    private static boolean isRisky(Explained ring, Rerun.Result result) {
        int[] ringByRank = result.findings().ringByRank();
        var met = new IntOpenHashSet();
        for (int rank : ring.members) {
            int there = ringByRank[rank];
            if (there >= 0 && !met.add(there) && result.rings().get(there).probability() >= Question.RISKY_FROM) {
                return true;
            }
        }
        return false;
    }
}
