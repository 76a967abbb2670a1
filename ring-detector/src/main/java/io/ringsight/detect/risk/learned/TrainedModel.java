package io.ringsight.detect.risk.learned;

import io.ringsight.detect.risk.Risks;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that was trained once and judges snapshots since. Thread-safe.
 *
 * @param id names it: {@code M-} and digits that follow from all of its numbers
 */
public record TrainedModel(String id, LearnedRisk risk) {

    /** The same, its networks computed there. */
    public TrainedModel on(TorchSettings settings) {
        return new TrainedModel(id, risk.on(settings));
    }

    /**
     * @param labelled risks by evidence and the labels of a ring: what rings keep that nothing was learned about
     * @param prior that reasons are counted from
     * @throws RingsightException INPUT_MALFORMED when the snapshot has other columns than those of the training
     */
    public Risks judge(RiskTable table, Risks labelled, double prior, Progress progress) {
        require(table);
        return LearnedJudge.of(risk, table, labelled, prior, progress);
    }

    /**
     * Calibrated log2 odds by account number; of accounts that taught, by trees that did not see them.
     *
     * @param visible byte[accounts]: labels that may be heard of, by account number
     */
    public double[] bits(RiskTable table, byte[] visible, Progress progress) {
        require(table);
        byte[] fold = risk.folds().byAccount(table.findings().order());
        double[] network = risk.network(table, fold, progress);
        return risk.accounts().bits(table, network, table.knowing(visible), fold, risk.prior());
    }

    private void require(RiskTable table) {
        List<String> here = table.knowing(new byte[table.labels().length]).names();
        if (here.equals(risk.columns())) {
            return;
        }
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
}
