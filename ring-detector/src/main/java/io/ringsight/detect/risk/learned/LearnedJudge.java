package io.ringsight.detect.risk.learned;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.RiskModel;
import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.Risks.Risk;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Judges a snapshot by what labels taught. Reasons add up, with the prior, to the log2 odds of a risk. */
public final class LearnedJudge {
    /** All that is to be said of an account that is in no ring and less suspect than most. */
    /** Code of what graph networks add. */
    public static final String NETWORK = "GRAPH_NETWORK";

    private static final String ORDINARY = "ORDINARY_ACCOUNT";

    private static final String REST = "CALIBRATION";
    private static final double SUREST = 20; // bits: a model may be wrong altogether
    private static final double WORTH_SAYING = 0.05; // bits

    private final LearnedRisk learned;
    private final RiskTable table;
    private final Findings findings;
    private final Risks labelled;
    private final double priorBits;

    private LearnedJudge(LearnedRisk learned, RiskTable table, Risks labelled, double prior) {
        this.learned = learned;
        this.table = table;
        this.findings = table.findings();
        this.labelled = labelled;
        this.priorBits = LogOdds.bits(prior);
    }

    /**
     * @param labelled risks by evidence and the labels of a ring: what rings keep that nothing was learned about
     * @param prior that reasons are counted from
     */
    public static Risks of(LearnedRisk learned, RiskTable table, Risks labelled, double prior, Progress progress) {
        return new LearnedJudge(learned, table, labelled, prior).risks(progress);
    }

    private Risks risks(Progress progress) {
        FeatureTable columns = table.knowing(table.labels());
        byte[] fold = learned.folds().byAccount(findings.order());
        double[] network = learned.network(table, fold, progress);
        double[] bits = learned.accounts().bits(table, network, columns, fold, learned.prior());
        List<Risk> rings = learned.rings()
                .map(model -> rings(model.judge(table, bits, learned.prior())))
                .orElse(labelled.rings());
        return new Risks(rings, accounts(columns, network, fold, bits), labelled.calibration(), true);
    }

    private List<Risk> accounts(FeatureTable columns, double[] network, byte[] fold, double[] bits) {
        int[] ringByRank = findings.ringByRank();
        int[] told = IntStream.range(0, ringByRank.length)
                .filter(rank -> ringByRank[rank] >= 0 || bits[findings.order().account(rank)] >= priorBits)
                .toArray();
        int[] accounts =
                Arrays.stream(told).map(rank -> findings.order().account(rank)).toArray();
        double[][] contributions = learned.accounts().contributions(columns, accounts, fold);
        var words = new ColumnReasons(
                learned.accounts().columns(), findings.snapshot().types());
        var risks = new Risk[ringByRank.length];
        for (int i = 0; i < told.length; i++) {
            List<Reason> evidence = findings.evidence().accounts().get(told[i]).reasons();
            List<Reason> reasons = words.of(contributions[i], evidence);
            if (network.length > 0) {
                reasons.add(new Reason(NETWORK, learned.accounts().contribution(network[accounts[i]])));
            }
            risks[told[i]] = risk(bits[accounts[i]], reasons, REST);
        }
        for (int rank = 0; rank < risks.length; rank++) {
            if (risks[rank] == null) {
                risks[rank] = risk(bits[findings.order().account(rank)], List.of(), ORDINARY);
            }
        }
        return List.of(risks);
    }

    private List<Risk> rings(List<RingModel.Judged> judged) {
        var risks = new ArrayList<Risk>();
        for (int ring = 0; ring < judged.size(); ring++) {
            RingModel.Judged by = judged.get(ring);
            List<Reason> evidence = findings.evidence().rings().get(ring).reasons();
            var reasons = new ArrayList<>(ColumnReasons.dealt(by.members() - priorBits, evidence, "MEMBERS"));
            reasons.add(new Reason("WEAKEST_MEMBER", by.columns()[RingModel.WEAKEST]));
            reasons.add(new Reason("RING_SHAPE", by.columns()[RingModel.DENSITY]));
            reasons.add(new Reason(ColumnReasons.EVIDENCE, by.columns()[RingModel.EVIDENCE]));
            double labels = by.columns()[RingModel.LABELS];
            if (IntStream.of(findings.rings()[ring])
                    .anyMatch(rank -> table.labels()[findings.order().account(rank)] != 0)) {
                reasons.add(RiskModel.ofLabels(labels));
            }
            risks.add(risk(by.bits(), reasons, REST));
        }
        return risks;
    }

    /** Small reasons go into the rest. */
    private Risk risk(double bits, List<Reason> reasons, String rest) {
        double surest = Math.clamp(bits, -SUREST, SUREST);
        var told = new ArrayList<Reason>();
        double sum = priorBits;
        for (Reason reason : reasons) {
            if (Math.abs(reason.bits()) >= WORTH_SAYING) {
                told.add(reason);
                sum += reason.bits();
            }
        }
        told.add(new Reason(rest, surest - sum));
        told.sort(Reason.STRONGEST_FIRST);
        return new Risk(LogOdds.probability(surest), told);
    }
}
