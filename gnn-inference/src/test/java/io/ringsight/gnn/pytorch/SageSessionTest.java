package io.ringsight.gnn.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringsight.gnn.Graphs;
import io.ringsight.gnn.Views;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.training.FanOut;
import io.ringsight.gnn.training.KnownLabels;
import io.ringsight.gnn.training.NeighbourSampler;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SageSessionTest {
    private static final TorchSettings ONE_THREAD = new TorchSettings(TorchDevice.CPU, 1);

    @Test
    void theGradientOfEveryParameterIsTheSlopeOfTheLoss() {
        var view = Views.of(Graphs.random(200, 60, 1, 500));
        var model = Views.model(view, 8, 2, 2);
        var random = new SplittableRandom(3);
        int[] seeds = IntStream.range(0, 64).toArray();
        var subgraph = new NeighbourSampler(view.graph(), 2, new FanOut(6, 6)).sample(seeds, random);
        float[] labels = KnownLabels.columns(subgraph.accounts(), Views.labels(200, 4), 0, random);
        float[] kept = ones(model.shape().accountFeatures());
        float[] target = new float[64];
        for (int i = 0; i < 64; i += 3) {
            target[i] = 1;
        }
        try (var session = SageSession.start(ONE_THREAD, model.shape());
                var features = session.load(view, model.scaler());
                var lesson = session.supervised(features, kept, subgraph, labels, target, ones(64))) {
            float[] gradient = session.slope(lesson, model.parameters()).gradient();
            for (var part : new ParameterLayout(model.shape()).parts()) {
                float[] along = new float[gradient.length];
                double slope = 0;
                for (int i = part.start(); i < part.start() + part.size(); i++) {
                    along[i] = random.nextBoolean() ? 1 : -1;
                    slope += along[i] * gradient[i];
                }
                double step = 2e-3 / Math.sqrt(part.size());
                double up = session.slope(lesson, moved(model.parameters(), along, step))
                        .loss();
                double down = session.slope(lesson, moved(model.parameters(), along, -step))
                        .loss();
                assertThat((up - down) / (2 * step))
                        .as(part.name())
                        .isCloseTo(slope, within(2e-2 * Math.max(0.1, Math.abs(slope))));
            }
        }
    }

    @Test
    void theArchiveHasTheSameBytesEveryTime() {
        var shape = Views.model(Views.of(Graphs.of("alice:1 bob:1")), 8, 2, 1).shape();
        assertThat(SageScript.archive(shape)).isEqualTo(SageScript.archive(shape));
    }

    private static float[] moved(float[] parameters, float[] along, double step) {
        float[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (step * along[i]);
        }
        return moved;
    }

    private static float[] ones(int size) {
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
