package io.ringsight.gnn.training;

import io.ringsight.gnn.feature.AccountHash;
import io.ringsight.gnn.graph.FeatureSchema;
import io.ringsight.gnn.graph.RelationGraph;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.InitialParameters;
import io.ringsight.gnn.model.MemoryEstimate;
import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;
import io.ringsight.gnn.model.Scaler;
import io.ringsight.gnn.pytorch.SageSession.Slope;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.gnn.training.Steps.Drawn;
import io.ringsight.ingest.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Trains a network on views of one population at several moments. First, if asked, without labels: a pair is hidden from each
 * account, both ways, and the account is to find its identifier among those hidden from the others. Then with labels: cross-entropy
 * on labelled accounts in their natural proportion, so that the risk stays a probability; the labels of a random part of the others
 * are hidden at each step, since accounts to come will know fewer. It stops when the accounts created last are judged no better,
 * and learns once more from all for as many epochs.
 *
 * <p>Same views, labels, parameters and seed: same bytes on CPU, at any thread count, also when it was stopped in between and went
 * on from its checkpoint. One training at a time in a JVM.
 */
public final class Trainer {
    private final List<TrainingView> views;
    private final TrainingParameters parameters;
    private final TorchSettings settings;
    private final Optional<Path> checkpoint;
    private final Progress progress;
    private final FeatureSchema schema;
    private final ModelShape shape;

    /** @param views by moment, of one feature schema */
    public Trainer(List<TrainingView> views, TrainingParameters parameters, TorchSettings settings, Progress progress) {
        this(views, parameters, settings, Optional.empty(), progress);
    }

    /** @param checkpoint written after each epoch; when it is there already, the training goes on from it */
    public Trainer(
            List<TrainingView> views,
            TrainingParameters parameters,
            TorchSettings settings,
            Optional<Path> checkpoint,
            Progress progress) {
        this.views = List.copyOf(views);
        this.parameters = parameters;
        this.settings = settings;
        this.checkpoint = checkpoint;
        this.progress = progress;
        this.schema = this.views.getFirst().view().schema();
        this.views.forEach(view -> schema.require(view.view().schema()));
        this.shape = ModelShape.of(schema, parameters.width(), parameters.layers());
        MemoryEstimate.of(this.views.stream().map(TrainingView::view).toList(), shape)
                .require(Runtime.getRuntime().maxMemory());
    }

    /** Without labels: embeddings alone, whose risk means nothing. */
    public TrainingResult unsupervised() {
        if (parameters.pretraining() == 0) {
            throw new IllegalArgumentException("Without labels and without pretraining nothing is learned.");
        }
        Scaler scaler = scaler();
        Course course = course();
        try (var steps = new Steps(views, parameters, shape, scaler, settings)) {
            pretrain(course, steps);
        }
        return result(course, scaler, 0.5);
    }

    /**
     * With labels.
     *
     * @throws io.ringsight.ingest.error.RingsightException with {@code INPUT_MALFORMED} when a class has too few labels
     */
    public TrainingResult supervised() {
        views.getLast().labels().require(TrainingParameters.LEAST_LABELS);
        Scaler scaler = scaler();
        Course course = course();
        try (var steps = new Steps(views, parameters, shape, scaler, settings)) {
            pretrain(course, steps);
            var early = Examples.withHeld(views);
            if (course.enter(Phase.SUPERVISED)) {
                course.settle();
                course.start = course.parameters.clone();
                startFrom(early, course);
            }
            if (course.phase == Phase.SUPERVISED) {
                fit(course, early, steps);
            }
            var all = Examples.all(views);
            if (course.enter(Phase.REFIT)) {
                course.parameters = course.start.clone();
                course.average = course.start.clone();
                startFrom(all, course);
            }
            fit(course, all, steps);
        }
        return result(course, scaler, Examples.all(views).shareOfFraud());
    }

    private void pretrain(Course course, Steps steps) {
        int[][] seeds = new int[views.size()][0];
        seeds[seeds.length - 1] = sharing(views.getLast().view().graph());
        while (course.phase == Phase.CONTRAST && course.epoch < parameters.pretraining()) {
            RandomGenerator random = random(course);
            var meter = new Meter(course.phase, course.epoch + 1);
            epoch(
                    course,
                    Examples.batches(seeds, parameters.batch(), random),
                    parameters.pretraining(),
                    batch -> steps.contrast(batch, random),
                    drawn -> steps.slope(drawn, course.parameters, meter),
                    steps.onGpu());
            finish(course, meter.point(Double.NaN));
        }
    }

    private void fit(Course course, Examples examples, Steps steps) {
        int[][] fit = examples.fit();
        int[] held = examples.held();
        byte[][] visible = new byte[views.size()][];
        Arrays.setAll(visible, examples::visible);
        while (goesOn(course)) {
            RandomGenerator random = random(course);
            var meter = new Meter(course.phase, course.epoch + 1);
            epoch(
                    course,
                    Examples.batches(fit, parameters.batch(), random),
                    parameters.epochs(),
                    batch -> steps.supervise(batch, visible[batch.view()], random),
                    drawn -> steps.slope(drawn, course.parameters, meter),
                    steps.onGpu());
            double validation = course.phase == Phase.REFIT || held.length == 0
                    ? Double.NaN
                    : steps.validate(held, visible[views.size() - 1], course.average, new SplittableRandom(0));
            finish(course, meter.point(validation));
        }
    }

    private boolean goesOn(Course course) {
        return course.phase == Phase.REFIT
                ? course.epoch < course.bestEpoch
                : course.epoch < parameters.epochs() && course.epoch - course.bestEpoch < parameters.patience();
    }

    /** @param ahead draw and send the next sample while the device is at this one; a CPU gains nothing by it */
    private void epoch(
            Course course,
            List<Examples.Batch> batches,
            int epochs,
            Function<Examples.Batch, Drawn> draw,
            Function<Drawn, Slope> step,
            boolean ahead) {
        String stage = course.phase.name().toLowerCase(Locale.ROOT) + " epoch " + (course.epoch + 1);
        progress.begin(stage, batches.size());
        try (var samples = ahead ? Samples.ahead(batches, draw) : Samples.onDemand(batches, draw)) {
            for (int i = 0; i < batches.size(); i++) {
                progress.check();
                double done = (course.epoch + (double) i / batches.size()) / epochs;
                double rate = parameters.rate() * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
                try (var drawn = samples.next()) {
                    course.step(step.apply(drawn).gradient(), rate, parameters);
                }
                progress.advance(1);
            }
        } finally {
            progress.end();
        }
    }

    private void finish(Course course, LearningPoint point) {
        course.done(point);
        checkpoint.ifPresent(file -> CheckpointFile.write(course, fingerprint(), file));
    }

    /** The head starts from the share of fraud among the examples, so that the first steps need not find it. */
    private void startFrom(Examples examples, Course course) {
        double share = examples.shareOfFraud();
        int bias = new ParameterLayout(shape).part("risk_bias").start();
        course.parameters[bias] = (float) Math.log(share / (1 - share));
        course.average[bias] = course.parameters[bias];
    }

    private Course course() {
        if (checkpoint.isPresent() && Files.exists(checkpoint.get())) {
            return CheckpointFile.read(checkpoint.get(), fingerprint());
        }
        return new Course(InitialParameters.of(new ParameterLayout(shape), parameters.seed()));
    }

    /** What makes two trainings the same, as good as surely. */
    private String fingerprint() {
        long hash = AccountHash.of(schema.hash() + parameters);
        for (TrainingView view : views) {
            var graph = view.view().graph();
            hash = AccountHash.mix(hash + view.view().moment());
            hash = AccountHash.mix(hash + Arrays.hashCode(view.labels().verdict()));
            hash = AccountHash.mix(hash + ((long) graph.pairCount() << 32) + graph.accountCount());
        }
        return "%016x".formatted(hash);
    }

    private Scaler scaler() {
        return Scaler.of(views.stream().map(view -> view.view().accounts()).toList());
    }

    private RandomGenerator random(Course course) {
        return new SplittableRandom(
                AccountHash.mix(parameters.seed() + AccountHash.of(course.phase.name()) + course.epoch));
    }

    private TrainingResult result(Course course, Scaler scaler, double shareOfFraud) {
        long moment = views.getLast().view().moment();
        var model = new GraphModel(schema, shape, scaler, course.average, parameters.seed(), moment, shareOfFraud);
        return new TrainingResult(model, course.curve);
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
}
