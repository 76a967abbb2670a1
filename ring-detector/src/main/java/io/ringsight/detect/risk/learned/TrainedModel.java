package io.ringsight.detect.risk.learned;

import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that was trained once and judges snapshots since. Thread-safe.
 *
 * @param id names it: {@code M-} and digits that follow from all of its numbers
 * @param risk the trees, and what corrects evidence by them
 * @param networks whose output is a column of the trees; empty when it was trained without
 */
public record TrainedModel(String id, LearnedRisk risk, NetworkFolds networks) {

    /**
     * @param labelled risks by evidence and the labels of a ring: what rings keep that nothing was learned about
     * @param prior that reasons are counted from
     * @throws RingsightException INPUT_MALFORMED when the snapshot has other columns than those of the training
     */
    public Risks judge(RiskTable table, Risks labelled, double prior, Progress progress) {
        return LearnedJudge.of(risk, table(table, progress), labelled, prior);
    }

    /** Calibrated log2 odds by account number; of accounts that taught, by trees that did not see them. */
    public double[] bits(RiskTable bare, Progress progress) {
        RiskTable table = table(bare, progress);
        byte[] fold = risk.folds().byAccount(table.findings().order());
        return risk.accounts().bits(table, table.knowing(table.labels()), fold, risk.prior());
    }

    /** The table with what networks say. */
    private RiskTable table(RiskTable bare, Progress progress) {
        RiskTable table = networks.isEmpty()
                ? bare
                : bare.with(networks.columns(
                        bare.view(), risk.folds().byAccount(bare.findings().order()), progress));
        List<String> here = table.knowing(new byte[table.labels().length]).names();
        if (!here.equals(risk.columns())) {
            var missing = new ArrayList<>(risk.columns());
            missing.removeAll(here);
            var more = new ArrayList<>(here);
            more.removeAll(risk.columns());
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    "Model " + id + " was trained on other columns: it wants " + missing
                            + ", which are not here, and knows nothing of " + more + ".",
                    "Maybe the identifier types of the configuration changed since: train again.");
        }
        return table;
    }
}
