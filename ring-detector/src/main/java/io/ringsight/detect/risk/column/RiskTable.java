package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.LabelsByRank;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.learner.FeatureTable;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.util.List;

/**
 * A snapshot as risk is learned from it and judged in it. Arrays are not copied.
 *
 * @param view what the columns start from
 * @param unlabelled columns without labels
 * @param around makes columns of labels
 * @param labels byte[accounts], by account number: 1 fraud, -1 legit, 0 none
 */
public record RiskTable(
        Findings findings, GraphView view, FeatureTable unlabelled, LabelledAround around, byte[] labels) {

    /** @param prior share of fraud among labels before any is seen */
    public static RiskTable of(Findings findings, List<AccountLabel> labels, double prior, Progress progress) {
        int[] byRank = LabelsByRank.of(findings.order(), labels);
        byte[] byAccount = new byte[byRank.length];
        for (int rank = 0; rank < byRank.length; rank++) {
            byAccount[findings.order().account(rank)] = (byte) byRank[rank];
        }
        var neighbours = PairNeighbours.of(findings.pairs(), findings.order());
        GraphView view = RiskColumns.view(findings, progress);
        return new RiskTable(
                findings,
                view,
                RiskColumns.of(findings, view, neighbours),
                new LabelledAround(findings, neighbours, prior),
                byAccount);
    }

    /** All columns, when only these labels are known. */
    public FeatureTable knowing(byte[] visible) {
        return unlabelled.with(around.pointInTime(visible));
    }
}
