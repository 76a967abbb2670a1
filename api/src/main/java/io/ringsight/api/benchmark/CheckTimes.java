package io.ringsight.api.benchmark;

import io.ringsight.api.service.FileKnowledge;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.ingest.record.TokenisedApplication;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * How long decisions take by themselves, and how long it takes until rings follow applicants that are taken in: on one thread, without a
 * server, without a store and without reading the body.
 *
 * @param byKind of decisions, for each kind of applicant
 * @param cpu of the same, what the thread worked: a busy machine lets it wait
 * @param taken in, for each kind
 * @param networkAsked share of decisions in which a graph network had a say, for each kind
 */
public record CheckTimes(
        Map<ApplicantKind, Latencies> byKind,
        Map<ApplicantKind, Latencies> cpu,
        Map<ApplicantKind, Latencies> taken,
        Map<ApplicantKind, Double> networkAsked) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public CheckTimes {
        byKind = new EnumMap<>(byKind);
        cpu = new EnumMap<>(cpu);
        taken = new EnumMap<>(taken);
        networkAsked = new EnumMap<>(networkAsked);
    }

    /**
     * Decides about {@code count} applicants of each kind, the kinds by turns.
     *
     * @param warmUp of each kind, before anything is measured
     */
    public static CheckTimes measure(FileKnowledge from, Applicants applicants, int warmUp, int count) {
        LiveDetection live = from.live();
        each(tokenised(from, applicants, warmUp), live::check);
        List<Question> questions = tokenised(from, applicants, count);
        Times times = each(questions, live::check);
        Map<ApplicantKind, Double> asked = questions.stream()
                .collect(Collectors.groupingBy(
                        Question::kind,
                        Collectors.averagingDouble(question ->
                                live.check(question.application()).result().networkAsked() ? 1 : 0)));
        Consumer<TokenisedApplication> take =
                application -> live.add(application, 0, application.account().createdAt());
        each(tokenised(from, applicants, warmUp), take);
        Times taken = each(tokenised(from, applicants, count), take);
        return new CheckTimes(times.wall(), times.cpu(), taken.wall(), asked);
    }

    /** 99th percentile of the CPU of decisions about users of hubs, over that of another kind. */
    public double hubRatio(ApplicantKind over) {
        return p99(ApplicantKind.HUB_USER) / Math.max(1, p99(over));
    }

    private double p99(ApplicantKind kind) {
        return Objects.requireNonNull(cpu.get(kind)).p99().toNanos();
    }

    private record Question(ApplicantKind kind, TokenisedApplication application) {}

    private static List<Question> tokenised(FileKnowledge from, Applicants applicants, int each) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (ApplicantKind kind : ApplicantKind.values()) {
                questions.add(new Question(kind, from.tokenise(applicants.next(kind))));
            }
        }
        return questions;
    }

    private record Times(Map<ApplicantKind, Latencies> wall, Map<ApplicantKind, Latencies> cpu) {}

    private static Times each(List<Question> questions, Consumer<TokenisedApplication> call) {
        Map<ApplicantKind, Histogram> wall = histograms();
        Map<ApplicantKind, Histogram> cpu = histograms();
        for (Question question : questions) {
            long worked = THREADS.getCurrentThreadCpuTime();
            long started = System.nanoTime();
            call.accept(question.application());
            long ended = System.nanoTime();
            Latencies.record(
                    Objects.requireNonNull(cpu.get(question.kind())), THREADS.getCurrentThreadCpuTime() - worked);
            Latencies.record(Objects.requireNonNull(wall.get(question.kind())), ended - started);
        }
        return new Times(byKind(wall), byKind(cpu));
    }

    private static Map<ApplicantKind, Histogram> histograms() {
        Map<ApplicantKind, Histogram> histograms = new EnumMap<>(ApplicantKind.class);
        for (ApplicantKind kind : ApplicantKind.values()) {
            histograms.put(kind, Latencies.histogram());
        }
        return histograms;
    }

    private static Map<ApplicantKind, Latencies> byKind(Map<ApplicantKind, Histogram> histograms) {
        Map<ApplicantKind, Latencies> byKind = new EnumMap<>(ApplicantKind.class);
        histograms.forEach((kind, histogram) -> byKind.put(kind, Latencies.of(histogram)));
        return byKind;
    }
}
