package io.ringsight.detect.evaluation;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One contender's training and verdicts, or why there are none. */
record Trial(
        String system,
        Optional<Judge> judge,
        Optional<Verdicts> verdicts,
        Optional<String> failure,
        long trainMillis,
        long judgeMillis) {
    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    /** Trains, then judges the whole graph; whoever cannot is out, and the others go on. */
    static Trial of(Contender contender, TrainingData data, IdentityGraph graph, Progress progress) {
        progress.check();
        LOG.info("{} is trained on {}.", contender.name(), data.graph());
        long started = System.nanoTime();
        try {
            Judge judge = contender.train(data, progress);
            long trained = System.nanoTime();
            Verdicts verdicts = judge.judge(graph, progress);
            long judged = System.nanoTime();
            return new Trial(
                    contender.name(),
                    Optional.of(judge),
                    Optional.of(verdicts),
                    Optional.empty(),
                    TimeUnit.NANOSECONDS.toMillis(trained - started),
                    TimeUnit.NANOSECONDS.toMillis(judged - trained));
        } catch (UntrainableException e) {
            return failed(contender.name(), e.reason());
        } catch (RingsightException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            LOG.warn("{} takes no part.", contender.name(), e);
            return failed(contender.name(), withoutStop(String.valueOf(e.getMessage())));
        }
    }

    static Trial given(Verdicts verdicts) {
        return new Trial(verdicts.system(), Optional.empty(), Optional.of(verdicts), Optional.empty(), 0, 0);
    }

    private static Trial failed(String system, String reason) {
        return new Trial(system, Optional.empty(), Optional.empty(), Optional.of(reason), 0, 0);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
