package io.ringsight.detect.risk.network;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.risk.Findings;
import io.ringsight.detect.risk.column.EvidenceColumns;
import io.ringsight.detect.risk.column.RiskColumns;
import io.ringsight.detect.risk.learner.GroupFolds;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A snapshot as the network sees it, with what evidence without labels says of it: both fitted to that snapshot alone, so that
 * nothing newer is in them.
 *
 * @param snapshot nothing in which is newer than the view's moment
 * @param view with {@link EvidenceColumns}, and what evidence holds for near as resemblances
 * @param detection without labels; accounts by rank of id
 */
public record EvidencedView(IdentityGraph snapshot, GraphView view, Detection detection) {

    /** @param parameters of the detection */
    public static EvidencedView of(
            IdentityGraph snapshot, DetectionParameters parameters, ComponentEngine engine, Progress progress) {
        var watched = new AtomicReference<Findings>();
        Detection detection =
                new DetectionRun(parameters, engine, Optional.empty()).run(snapshot, List.of(), progress, watched::set);
        Findings findings = Objects.requireNonNull(watched.get());
        var view = RiskColumns.view(findings, progress);
        return new EvidencedView(snapshot, view, detection);
    }

    /** int[accounts], by account number: folds that never part a ring. */
    int[] folds() {
        Map<String, Integer> number = new HashMap<>();
        int[] ringByRank = detection.accounts().stream()
                .mapToInt(account ->
                        account.ringId() == null ? -1 : number.computeIfAbsent(account.ringId(), _ -> number.size()))
                .toArray();
        return GroupFolds.of(snapshot, new AccountOrder(snapshot), ringByRank);
    }

    /** The population at moments evenly from its first account to a time, each as it was then; moments without accounts are left out. */
    public static List<EvidencedView> until(
            IdentityGraph snapshot,
            long time,
            int moments,
            DetectionParameters parameters,
            ComponentEngine engine,
            Progress progress) {
        long last = Math.min(time, snapshot.newestTime());
        long first = last;
        for (int account = 0; account < snapshot.accountCount(); account++) {
            first = Math.min(first, snapshot.createdAt(account));
        }
        var views = new ArrayList<EvidencedView>();
        for (int step = 1; step <= moments; step++) {
            IdentityGraph then =
                    snapshot.asOf(first + (last - first) / moments * step + (last - first) % moments * step / moments);
            if (then.accountCount() > 0) {
                views.add(of(then, parameters, engine, progress));
            }
        }
        return views;
    }
}
