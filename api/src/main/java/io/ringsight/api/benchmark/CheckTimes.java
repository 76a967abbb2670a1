package io.ringsight.api.benchmark;

import io.ringsight.api.service.FileKnowledge;
import io.ringsight.detect.incremental.LiveDetection;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/**
 * How long decisions take by themselves: on one thread, without a server and without reading the body.
 *
 * @param byKind for each kind of applicant
 * @param hubRatio median of hub users over the median of strangers
 */
public record CheckTimes(Map<ApplicantKind, Latencies> byKind, double hubRatio) {
    public CheckTimes {
        byKind = new EnumMap<>(byKind);
    }

    /**
     * Decides about {@code count} applicants of each kind, the kinds by turns.
     *
     * @param warmUp of each kind, before anything is measured
     */
    public static CheckTimes measure(FileKnowledge from, Applicants applicants, int warmUp, int count) {
        LiveDetection check = from.live();
        decide(check, tokenised(from, applicants, warmUp));
        Map<ApplicantKind, Histogram> histograms = decide(check, tokenised(from, applicants, count));
        Map<ApplicantKind, Latencies> byKind = new EnumMap<>(ApplicantKind.class);
        histograms.forEach((kind, histogram) -> byKind.put(kind, Latencies.of(histogram)));
        return new CheckTimes(
                byKind, median(byKind, ApplicantKind.HUB_USER) / Math.max(1, median(byKind, ApplicantKind.STRANGER)));
    }

    private static double median(Map<ApplicantKind, Latencies> byKind, ApplicantKind kind) {
        return Objects.requireNonNull(byKind.get(kind)).p50().toNanos();
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

    private static Map<ApplicantKind, Histogram> decide(LiveDetection check, List<Question> questions) {
        Map<ApplicantKind, Histogram> histograms = new EnumMap<>(ApplicantKind.class);
        for (ApplicantKind kind : ApplicantKind.values()) {
            histograms.put(kind, Latencies.histogram());
        }
        for (Question question : questions) {
            long started = System.nanoTime();
            Objects.requireNonNull(check.check(question.application()));
            Latencies.record(Objects.requireNonNull(histograms.get(question.kind())), System.nanoTime() - started);
        }
        return histograms;
    }
}
