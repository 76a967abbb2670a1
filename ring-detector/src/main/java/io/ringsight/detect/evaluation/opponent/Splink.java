package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Judge;
import io.ringsight.detect.evaluation.TrainingData;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.resemblance.NearPairs;
import io.ringsight.ingest.resemblance.ResemblanceParameters;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Optional;

/**
 * Record linkage as one would set up Splink for these data (R. Linacre et al.: Splink: free software for probabilistic record
 * linkage at scale, International Journal of Population Data Science 7 (2022), doi:10.23889/ijpds.v7i3.1794): {@linkplain
 * NearLevels comparison levels}, m and u {@linkplain LevelModel without labels}, {@linkplain TermFrequencies term frequencies},
 * links from one half, their components are rings; risk is by {@linkplain SizeRisk size}. Written anew from its documentation.
 *
 * <p>Blocking rules: one identifier; one blocking key of identifiers; identifiers of near signatures; one birth date; one given
 * name; one surname; both names. {@link PairBlocks} caps each.
 */
final class Splink implements Contender {
    private static final int NEAREST = 16; // partners of one identifier by signature
    private static final double TEXT_RADIUS = 0.12; // part of the bits: 0.7 of the bigrams in common
    private static final double TEXT_RECALL = 0.95;
    private static final double HASH_RADIUS = 56 / 256.0;
    private static final double HASH_RECALL = 0.9;

    @Override
    public String name() {
        return "splink";
    }

    @Override
    public Judge train(TrainingData data, Progress progress) {
        IdentityGraph graph = data.graph();
        var fields = LevelFields.of(graph.types());
        BlockedPairs pairs = pairs(graph, progress);
        MatchModel model =
                new LevelModel(graph, fields, new TermFrequencies(graph, fields)).train(pairs, data, progress);
        var labels = KnownLabels.of(graph, data.labels());
        SizeRisk bySize = SizeRisk.fit(linked(graph, pairs, model).sizes(), labels, labels.prior(data));
        return (judged, watching) -> {
            LinkedPairs linked = linked(judged, pairs(judged, watching), model);
            return linked.sizes().verdicts(name(), bySize, Optional.of(linked.links()));
        };
    }

    private static LinkedPairs linked(IdentityGraph graph, BlockedPairs pairs, MatchModel model) {
        var fields = LevelFields.of(graph.types());
        var comparison = new LevelComparison(graph, fields, new TermFrequencies(graph, fields));
        return new LinkedPairs(graph, pairs, new LevelScores(fields, comparison, model));
    }

    static BlockedPairs pairs(IdentityGraph graph, Progress progress) {
        var blocks = new PairBlocks(graph);
        blocks.identifiers();
        blocks.blockingKeys();
        blocks.attributes(AccountAttribute.BIRTH_DATE);
        blocks.attributes(AccountAttribute.GIVEN_NAME);
        blocks.attributes(AccountAttribute.SURNAME);
        blocks.attributes(AccountAttribute.GIVEN_NAME, AccountAttribute.SURNAME);
        for (int type = 0; type < graph.types().size(); type++) {
            near(graph, type, blocks, progress);
        }
        progress.check();
        return blocks.pairs();
    }

    private static void near(IdentityGraph graph, int type, PairBlocks blocks, Progress progress) {
        Signatures signatures = graph.signatures(type);
        if (signatures.size() < 2) {
            return;
        }
        int bits = signatures.bits();
        boolean hash = graph.types().get(type).kind() == IdentifierKind.BITS;
        var near = hash
                ? new ResemblanceParameters((int) (HASH_RADIUS * bits), HASH_RECALL, NEAREST, 0)
                : new ResemblanceParameters((int) (TEXT_RADIUS * bits), TEXT_RECALL, NEAREST, 0);
        int threads = Runtime.getRuntime().availableProcessors();
        var found = NearPairs.join(signatures, near, threads, progress);
        for (int pair = 0; pair < found.size(); pair++) {
            int one = graph.identifierOfSignature(type, found.a()[pair]);
            int other = graph.identifierOfSignature(type, found.b()[pair]);
            if (!graph.isPlaceholder(one) && !graph.isPlaceholder(other)) {
                blocks.near(one, other);
            }
        }
    }
}
