package io.ringsight.gnn.training;

import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.gnn.model.Subgraph;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.SageSession.Features;
import io.ringsight.gnn.pytorch.SageSession.Lesson;
import io.ringsight.gnn.pytorch.SageSession.Slope;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.Examples.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Single steps of a training: draws a sample, hides what is to be hidden, asks for the slope. Close it. One thread may draw while
 * another asks for slopes.
 */
final class Steps implements AutoCloseable {
    private final List<TrainingView> views;
    private final TrainingParameters parameters;
    private final ModelShape shape;
    private final SageSession session;
    private final List<Features> features = new ArrayList<>();
    private final List<NeighbourSampler> samplers = new ArrayList<>();

    Steps(
            List<TrainingView> views,
            TrainingParameters parameters,
            ModelShape shape,
            Scaler scaler,
            TorchSettings settings) {
        this.views = views;
        this.parameters = parameters;
        this.shape = shape;
        this.session = SageSession.start(settings, shape);
        for (TrainingView view : views) {
            features.add(session.load(view.view(), scaler));
            samplers.add(new NeighbourSampler(view.view().graph(), parameters.layers(), parameters.fanOut()));
        }
    }

    boolean onGpu() {
        return session.device().equals("cuda");
    }

    /** One step's sample, on the device. */
    record Drawn(Lesson lesson, long edges) implements AutoCloseable {
        @Override
        public void close() {
            lesson.close();
        }
    }

    Slope slope(Drawn drawn, float[] values, Meter meter) {
        Slope slope = session.slope(drawn.lesson(), values);
        meter.add(slope.loss(), drawn.edges());
        return slope;
    }

    /** Hides one pair of each seed; each has at least one. */
    Drawn contrast(Batch batch, RandomGenerator random) {
        RelationGraph graph = views.get(batch.view()).view().graph();
        int[] hidden = new int[batch.seeds().length];
        for (int i = 0; i < hidden.length; i++) {
            int first = graph.firstPair(batch.seeds()[i]);
            hidden[i] = first + random.nextInt(graph.firstPair(batch.seeds()[i] + 1) - first);
        }
        Subgraph subgraph = samplers.get(batch.view()).sample(batch.seeds(), hidden, random);
        float[] labels = new float[2 * subgraph.accounts().length];
        Lesson lesson = session.contrast(
                features.get(batch.view()), columns(0, random), subgraph, labels, hiddenIdentifiers(subgraph, hidden));
        return new Drawn(lesson, subgraph.edges());
    }

    private static int[] hiddenIdentifiers(Subgraph subgraph, int[] hidden) {
        int[] identifiers = new int[hidden.length];
        for (int seed = 0; seed < hidden.length; seed++) {
            for (int at = subgraph.listenOffsets()[seed]; at < subgraph.listenOffsets()[seed + 1]; at++) {
                if (subgraph.listenPair()[at] == hidden[seed]) {
                    identifiers[seed] = subgraph.listenIdentifier()[at];
                }
            }
        }
        return identifiers;
    }

    /** @param visible labels that may be seen, by account */
    Drawn supervise(Batch batch, byte[] visible, RandomGenerator random) {
        byte[] verdict = views.get(batch.view()).labels().verdict();
        Subgraph subgraph =
                samplers.get(batch.view()).sample(batch.seeds(), random).withHidden(parameters.hidden(), random);
        float[] kept = columns(parameters.hidden(), random);
        float[] labels = KnownLabels.columns(subgraph.accounts(), visible, random.nextDouble(), random);
        float[] target = new float[batch.seeds().length];
        float[] weight = new float[target.length];
        Arrays.fill(weight, 1);
        for (int i = 0; i < target.length; i++) {
            target[i] = verdict[batch.seeds()[i]] > 0 ? 1 : 0;
        }
        Lesson lesson = session.supervised(features.get(batch.view()), kept, subgraph, labels, target, weight);
        return new Drawn(lesson, subgraph.edges());
    }

    /** Kept columns grow by what the hidden ones leave out, so that sums stay what they are. */
    private float[] columns(double hidden, RandomGenerator random) {
        float[] kept = new float[shape.accountFeatures()];
        for (int column = 0; column < kept.length; column++) {
            kept[column] = hidden > 0 && random.nextDouble() < hidden ? 0 : (float) (1 / (1 - hidden));
        }
        return kept;
    }

    /** Mean loss of accounts of the last view, nats. */
    double validate(int[] held, byte[] visible, float[] values, RandomGenerator random) {
        int last = views.size() - 1;
        byte[] verdict = views.get(last).labels().verdict();
        double loss = 0;
        for (int from = 0; from < held.length; from += 4 * parameters.batch()) {
            int[] seeds = Arrays.copyOfRange(held, from, Math.min(held.length, from + 4 * parameters.batch()));
            Subgraph subgraph = samplers.get(last).sample(seeds, random);
            float[] labels = KnownLabels.columns(subgraph.accounts(), visible, 0, random);
            float[] logOdds =
                    session.embed(features.get(last), values, subgraph, labels).logOdds();
            for (int i = 0; i < seeds.length; i++) {
                double wrong = verdict[seeds[i]] > 0 ? -logOdds[i] : logOdds[i];
                loss += Math.max(0, wrong) + Math.log1p(Math.exp(-Math.abs(wrong)));
            }
        }
        return loss / held.length;
    }

    @Override
    public void close() {
        features.forEach(Features::close);
        session.close();
    }
}
