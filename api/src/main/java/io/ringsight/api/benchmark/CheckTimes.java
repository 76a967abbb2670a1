package io.ringsight.api.benchmark;

import io.ringsight.api.service.FileKnowledge;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.ingest.record.TokenisedApplication;
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
 * @param taken in, for each kind
 * @param networkAsked share of decisions in which a graph network had a say, for each kind
 * @param hubRatio 99th percentile of decisions about hub users over that of strangers
 */
public record CheckTimes(
        Map<ApplicantKind, Latencies> byKind,
        Map<ApplicantKind, Latencies> taken,
        Map<ApplicantKind, Double> networkAsked,
        double hubRatio) {
    public CheckTimes {
        byKind = new EnumMap<>(byKind);
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
        Map<ApplicantKind, Latencies> byKind = each(questions, live::check);
        Map<ApplicantKind, Double> asked = questions.stream()
                .collect(Collectors.groupingBy(
                        Question::kind,
                        Collectors.averagingDouble(question ->
                                live.check(question.application()).result().isNetworkAsked() ? 1 : 0)));
        Consumer<TokenisedApplication> take =
                application -> live.add(application, 0, application.account().createdAt());
        each(tokenised(from, applicants, warmUp), take);
        Map<ApplicantKind, Latencies> taken = each(tokenised(from, applicants, count), take);
        return new CheckTimes(
                byKind,
                taken,
                asked,
                p99(byKind, ApplicantKind.HUB_USER) / Math.max(1, p99(byKind, ApplicantKind.STRANGER)));
    }

    private static double p99(Map<ApplicantKind, Latencies> byKind, ApplicantKind kind) {
        return Objects.requireNonNull(byKind.get(kind)).p99().toNanos();
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

    private static Map<ApplicantKind, Latencies> each(List<Question> questions, Consumer<TokenisedApplication> call) {
        Map<ApplicantKind, Histogram> histograms = new EnumMap<>(ApplicantKind.class);
        for (ApplicantKind kind : ApplicantKind.values()) {
            histograms.put(kind, Latencies.histogram());
        }
        for (Question question : questions) {
            long started = System.nanoTime();
            call.accept(question.application());
            Latencies.record(Objects.requireNonNull(histograms.get(question.kind())), System.nanoTime() - started);
        }
        Map<ApplicantKind, Latencies> byKind = new EnumMap<>(ApplicantKind.class);
        histograms.forEach((kind, histogram) -> byKind.put(kind, Latencies.of(histogram)));
        return byKind;
    }
}
