package io.ringsight.api.pipeline;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.column.RiskTable;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What a shadow would have said beside what was published. */
final class ShadowReport {
    private static final double RISKY = 0.5;

    private ShadowReport() {}

    static Map<String, Object> of(
            TrainedModel shadow,
            Findings findings,
            DetectionSettings settings,
            List<AccountLabel> labels,
            Detection published,
            Progress progress) {
        List<AccountLabel> known = labels.stream()
                .filter(label -> label.labelledAt() <= settings.asOf().orElse(Long.MAX_VALUE))
                .toList();
        var table = RiskTable.of(findings, known, settings.prior(), progress);
        double[] bits = shadow.bits(table, table.labels(), progress);
        int both = 0;
        int shadowAlone = 0;
        int publishedAlone = 0;
        List<AccountRisk> accounts = published.accounts();
        for (int rank = 0; rank < accounts.size(); rank++) {
            boolean here = LogOdds.probability(bits[findings.order().account(rank)]) >= RISKY;
            boolean there = accounts.get(rank).risk() >= RISKY;
            both += here && there ? 1 : 0;
            shadowAlone += here && !there ? 1 : 0;
            publishedAlone += there && !here ? 1 : 0;
        }
        SequencedMap<String, Object> report = new LinkedHashMap<>();
        report.put("model", shadow.id());
        report.put("risky_accounts", both + shadowAlone);
        report.put("risky_in_shadow_alone", shadowAlone);
        report.put("risky_in_published_alone", publishedAlone);
        return report;
    }
}
