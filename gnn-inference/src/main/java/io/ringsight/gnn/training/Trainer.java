package io.ringsight.gnn.training;

import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.GraphView;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.InitialParameters;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.gnn.model.Subgraph;
import io.ringsight.gnn.pytorch.SageSession;
import io.ringsight.gnn.pytorch.SageSession.Features;
import io.ringsight.gnn.pytorch.SageSession.Slope;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Trains a network on views of one population at several moments. First, if asked, without labels: a pair is hidden from each
 * account, both ways, and the account is to find its identifier among those hidden from the others. Then with labels: cross-entropy
 * on labelled accounts in their natural proportion, so that the risk stays a probability; the labels of a random part of the others
 * are hidden at each step, since accounts to come will know fewer. It stops when the accounts created last are judged no better,
 * and learns once more from all for as many epochs.
 *
 * <p>Same views, labels, parameters and seed: same bytes on CPU, at any thread count.
 */
public final class Trainer {
    private final List<TrainingView> views;
    private final TrainingParameters parameters;
    private final TorchSettings settings;
    private final Progress progress;

    /** @param views by moment, of one feature schema */
    public Trainer(List<TrainingView> views, TrainingParameters parameters, TorchSettings settings, Progress progress) {
        this.views = List.copyOf(views);
        this.parameters = parameters;
        this.settings = settings;
        this.progress = progress;
        FeatureSchema schema = this.views.getFirst().view().schema();
        this.views.forEach(view -> schema.require(view.view().schema()));
    }

    /** Without labels: embeddings alone, whose risk means nothing. */
    public TrainingResult unsupervised() {
        try (var run = new Run()) {
            run.pretrain();
            return run.result(run.state, false);
        }
    }

    /**
     * With labels.
     *
     * @throws io.ringsight.ingest.error.RingsightException with {@code INPUT_MALFORMED} when a class has too few labels
     */
    public TrainingResult supervised() {
        views.getLast().labels().require(TrainingParameters.LEAST_LABELS);
        try (var run = new Run()) {
            run.pretrain();
            run.state = run.state.fresh();
            float[] start = run.state.values().clone();
            int epochs = run.fit("supervised", Examples.withHeld(views), parameters.epochs(), parameters.patience());
            run.state = new LearningState(start.clone());
            run.fit("refit", Examples.all(views), epochs, Integer.MAX_VALUE);
            return run.result(run.state, true);
        }
    }

    /** What lives as long as the training does. */
    private final class Run implements AutoCloseable {
        private final FeatureSchema schema = views.getFirst().view().schema();
        private final ModelShape shape = new ModelShape(
                schema.accounts().size(),
                schema.pairs().size(),
                schema.relations().size(),
                parameters.width(),
                parameters.layers());
        private final Scaler scaler =
                Scaler.of(views.stream().map(view -> view.view().accounts()).toList());
        private final SageSession session = SageSession.start(settings, shape);
        private final List<Features> features = new ArrayList<>();
        private final List<NeighbourSampler> samplers = new ArrayList<>();
        private final List<LearningPoint> curve = new ArrayList<>();
        private LearningState state =
                new LearningState(InitialParameters.of(new ParameterLayout(shape), parameters.seed()));

        Run() {
            for (TrainingView view : views) {
                features.add(session.load(view.view(), scaler));
                samplers.add(new NeighbourSampler(view.view().graph(), parameters.layers(), parameters.fanOut()));
            }
        }

        void pretrain() {
            for (int epoch = 1; epoch <= parameters.pretraining(); epoch++) {
                RandomGenerator random = random("contrast", epoch);
                int[][] seeds = new int[views.size()][0];
                seeds[seeds.length - 1] = sharing(views.getLast().view().graph());
                var batches = Examples.batches(seeds, parameters.batch(), random);
                var meter = new Meter("contrast", epoch);
                progress.begin("pretraining, epoch " + epoch, batches.size());
                int step = 0;
                for (Examples.Batch batch : batches) {
                    progress.check();
                    double done = (epoch - 1 + (double) step++ / batches.size()) / parameters.pretraining();
                    contrast(batch, rate(done), random, meter);
                    progress.advance(1);
                }
                progress.end();
                curve.add(meter.point(Double.NaN));
            }
        }

        private void contrast(Examples.Batch batch, double rate, RandomGenerator random, Meter meter) {
            if (batch.seeds().length < 2) {
                return;
            }
            RelationGraph graph = views.get(batch.view()).view().graph();
            int[] hidden = new int[batch.seeds().length];
            for (int i = 0; i < hidden.length; i++) {
                int first = graph.firstPair(batch.seeds()[i]);
                hidden[i] = first + random.nextInt(graph.firstPair(batch.seeds()[i] + 1) - first);
            }
            Subgraph subgraph = samplers.get(batch.view()).sample(batch.seeds(), hidden, random);
            float[] labels = new float[2 * subgraph.accounts().length];
            Slope slope = session.contrast(
                    features.get(batch.view()), state.values(), subgraph, labels, hiddenIdentifiers(subgraph, hidden));
            state.step(slope.gradient(), rate, parameters);
            meter.add(slope.loss(), subgraph.edges());
        }

        private int[] hiddenIdentifiers(Subgraph subgraph, int[] hidden) {
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

        /** Returns after how many epochs the held accounts were judged best; leaves those parameters in place. */
        int fit(String phase, Examples examples, int most, int patience) {
            int[][] fit = examples.fit();
            byte[][] visible = new byte[views.size()][];
            for (int view = 0; view < visible.length; view++) {
                visible[view] = examples.visible(view);
            }
            int[] held = examples.held();
            startFrom(prior(fit));
            int best = most;
            double least = Double.MAX_VALUE;
            float[] kept = state.values();
            for (int epoch = 1;
                    epoch <= most && epoch - (least == Double.MAX_VALUE ? epoch : best) <= patience;
                    epoch++) {
                RandomGenerator random = random(phase, epoch);
                var batches = Examples.batches(fit, parameters.batch(), random);
                var meter = new Meter(phase, epoch);
                progress.begin(phase + " training, epoch " + epoch, batches.size());
                int step = 0;
                for (Examples.Batch batch : batches) {
                    progress.check();
                    double done = (epoch - 1 + (double) step++ / batches.size()) / parameters.epochs();
                    supervise(batch, visible[batch.view()], rate(done), random, meter);
                    progress.advance(1);
                }
                progress.end();
                double validation = held.length == 0 ? Double.NaN : validate(held, visible[views.size() - 1]);
                curve.add(meter.point(validation));
                if (validation < least) {
                    least = validation;
                    best = epoch;
                    kept = state.values().clone();
                }
            }
            if (least < Double.MAX_VALUE) {
                state = new LearningState(kept);
            }
            return best;
        }

        private void supervise(Examples.Batch batch, byte[] visible, double rate, RandomGenerator random, Meter meter) {
            TrainingView view = views.get(batch.view());
            Subgraph subgraph = samplers.get(batch.view()).sample(batch.seeds(), random);
            float[] labels = KnownLabels.columns(subgraph.accounts(), visible, random.nextDouble(), random);
            float[] target = new float[batch.seeds().length];
            float[] weight = new float[target.length];
            Arrays.fill(weight, 1);
            for (int i = 0; i < target.length; i++) {
                target[i] = view.labels().verdict()[batch.seeds()[i]] > 0 ? 1 : 0;
            }
            Slope slope =
                    session.supervised(features.get(batch.view()), state.values(), subgraph, labels, target, weight);
            state.step(slope.gradient(), rate, parameters);
            meter.add(slope.loss(), subgraph.edges());
        }

        private double validate(int[] held, byte[] visible) {
            int last = views.size() - 1;
            byte[] verdict = views.get(last).labels().verdict();
            RandomGenerator random = random("validation", 0);
            double loss = 0;
            for (int from = 0; from < held.length; from += 4 * parameters.batch()) {
                int[] seeds = Arrays.copyOfRange(held, from, Math.min(held.length, from + 4 * parameters.batch()));
                Subgraph subgraph = samplers.get(last).sample(seeds, random);
                float[] labels = KnownLabels.columns(subgraph.accounts(), visible, 0, random);
                float[] logOdds = session.embed(features.get(last), state.values(), subgraph, labels)
                        .logOdds();
                for (int i = 0; i < seeds.length; i++) {
                    double signed = verdict[seeds[i]] > 0 ? -logOdds[i] : logOdds[i];
                    loss += signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed));
                }
            }
            return loss / held.length;
        }

        /** Share of fraud among the examples, so that the first step need not find it. */
        private double prior(int[][] fit) {
            double fraud = 1;
            double all = 2;
            for (int view = 0; view < fit.length; view++) {
                for (int account : fit[view]) {
                    fraud += views.get(view).labels().verdict()[account] > 0 ? 1 : 0;
                    all++;
                }
            }
            return fraud / all;
        }

        private void startFrom(double prior) {
            int bias = new ParameterLayout(shape).part("risk_bias").start();
            state.values()[bias] = (float) Math.log(prior / (1 - prior));
        }

        private double rate(double done) {
            return parameters.rate() * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
        }

        private RandomGenerator random(String phase, int epoch) {
            return new SplittableRandom(AccountHash.mix(parameters.seed() + AccountHash.of(phase) + epoch));
        }

        TrainingResult result(LearningState from, boolean supervised) {
            GraphView last = views.getLast().view();
            var model =
                    new GraphModel(schema, shape, scaler, from.values(), parameters.seed(), last.moment(), supervised);
            return new TrainingResult(model, curve);
        }

        @Override
        public void close() {
            features.forEach(Features::close);
            session.close();
        }
    }

    /** Accounts that share something. */
    private static int[] sharing(RelationGraph graph) {
        int[] accounts = new int[graph.accountCount()];
        int count = 0;
        for (int account = 0; account < accounts.length; account++) {
            if (graph.firstPair(account + 1) > graph.firstPair(account)) {
                accounts[count++] = account;
            }
        }
        return Arrays.copyOf(accounts, count);
    }

    /** Adds up one epoch. */
    private static final class Meter {
        private final String phase;
        private final int epoch;
        private final long start = System.nanoTime();
        private double loss;
        private int steps;
        private long edges;

        Meter(String phase, int epoch) {
            this.phase = phase;
            this.epoch = epoch;
        }

        void add(double stepLoss, long stepEdges) {
            loss += stepLoss;
            steps++;
            edges += stepEdges;
        }

        LearningPoint point(double validation) {
            double seconds = (System.nanoTime() - start) / 1e9;
            return new LearningPoint(phase, epoch, loss / Math.max(1, steps), validation, steps, edges, seconds);
        }
    }
}
