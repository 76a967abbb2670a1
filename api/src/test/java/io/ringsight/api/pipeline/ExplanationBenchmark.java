package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evidence.EvidenceEpoch;
import io.ringsight.detect.explanation.*;
import io.ringsight.detect.risk.Findings;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.atomic.AtomicReference;

final class ExplanationBenchmark {
    public static void main(String[] arguments) {
        IdentityGraph graph = new EvaluationInput(IdentifierTypes.builtIn(), _ -> {})
                .graph(Path.of(arguments[0], "applications.jsonl"), Progress.silent());
        var found = new AtomicReference<Findings>();
        var parameters = DetectionParameters.defaults();
        Detection detection = new DetectionRun(parameters, ComponentEngine.jvm(), Optional.empty())
                .run(graph, List.of(), Progress.silent(), found::set);
        Findings findings = found.get();
        long t0 = System.nanoTime();
        var epoch = EvidenceEpoch.of(graph, findings.order(), parameters.evidence(), findings.pairs().model(), Progress.silent());
        System.out.printf("epoch %.2f s%n", (System.nanoTime() - t0) / 1e9);
        var explainer = new RingExplainer(epoch, parameters);
        int risky = 0, n = 0, s = 0, both = 0;
        double cited = 0, shared = 0, worst = 0, wrong = 0;
        t0 = System.nanoTime();
        for (int r = 0; r < findings.rings().length; r++) {
            double risk = findings.evidence().rings().get(r).probability();
            if (risk < 0.5) continue;
            long t = System.nanoTime();
            RingExplanation e = explainer.explain(findings.rings()[r]);
            double ms = (System.nanoTime() - t) / 1e6;
            worst = Math.max(worst, ms);
            if (Math.abs(e.risk() - risk) > 1e-9) { wrong++; System.out.println("risk " + risk + " is " + e.risk() + " size " + findings.rings()[r].length); }
            risky++;
            n += e.isNecessary() ? 1 : 0;
            s += e.isSufficient() ? 1 : 0;
            both += e.isNecessary() && e.isSufficient() ? 1 : 0;
            cited += e.cited().size();
            shared += e.shared();
            if (ms > 100 || !e.isNecessary() || !e.isSufficient()) System.out.printf("size %d shared %d cited %d %.1f ms n %s s %s without %.3f only %.3f%n", findings.rings()[r].length, e.shared(), e.cited().size(), ms, e.isNecessary(), e.isSufficient(), e.without(), e.only());
        }
        System.out.printf("rings %d risky %d wrong %.0f necessary %d sufficient %d both %d cited %.2f shared %.2f in %.1f s, worst %.1f ms%n",
                findings.rings().length, risky, wrong, n, s, both, cited / risky, shared / risky, (System.nanoTime() - t0) / 1e9, worst);
    }
}
