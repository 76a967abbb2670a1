package io.ringsight.detect.evidence;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;

/**
 * The pairs of a snapshot that are worth a look, and what it takes to compare them.
 *
 * @param frequencies of what accounts of the snapshot present
 */
record PairSearch(
        IdentityGraph graph,
        AccountOrder order,
        Fields fields,
        Frequencies frequencies,
        PairComparison comparison,
        CandidatePairs candidates) {

    static PairSearch of(IdentityGraph graph, AccountOrder order, EvidenceParameters parameters, Progress progress) {
        var fields = new Fields(graph.types());
        var frequencies = new Frequencies(graph);
        boolean resemblance = !parameters.without().contains(Ablation.RESEMBLANCE);
        var near = NearIdentifiers.of(graph, resemblance, progress);
        return new PairSearch(
                graph,
                order,
                fields,
                frequencies,
                new PairComparison(graph, frequencies, fields, parameters.without()),
                CandidatePairs.of(graph, order, frequencies, near, parameters.candidates(), progress));
    }

    /** All of them, compared; the result is not kept here. */
    ComparedPairs compare(Progress progress) {
        return ComparedPairs.of(graph, order, candidates, comparison, fields, progress);
    }
}
