package io.ringsight.api.decision;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.policy.Degradation;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.policy.Ruling;
import io.ringsight.api.service.PastState;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.tokenise.KeySets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a check of the decision log again, from what was known and decided by then, and compares both answers byte for byte. */
public final class Replay {
    /** Characters of an answer that are shown around the first difference. */
    private static final int SHOWN = 40;

    private static final Pattern SNAPSHOT = Pattern.compile(".*/(\\d+)a/(\\d+)s");

    private final Installation installation;
    private final Records records;

    public Replay(Installation installation) {
        this.installation = installation;
        records = Records.of(installation);
    }

    /** What came of it. */
    public sealed interface Outcome permits Equal, Different, Cannot {}

    /** The answer is the same to the byte. */
    public record Equal(String answer) implements Outcome {}

    /**
     * It is not.
     *
     * @param position of the first character that differs
     * @param logged what stands in the log from shortly before there on
     * @param replayed what came out now
     */
    public record Different(int position, String logged, String replayed) implements Outcome {}

    /** What it was answered from is no more. */
    public record Cannot(String why, String hint) implements Outcome {}

    /** @throws RingsightException NOT_FOUND when there is no such check in the log */
    public Outcome of(Store store, String checkId, Progress progress) {
        LoggedCheck logged = records.files()
                .find(checkId)
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.NOT_FOUND,
                        "There is no check " + checkId + " in the decision log.",
                        "Maybe it was made with another data folder, or its time is over: checks are kept for "
                                + records.retentionDays() + " days."));
        KeySets keys = installation.keysFor(store);
        if (keys.version() != logged.keyVersion()) {
            return new Cannot(
                    "its tokens were made with keys of version " + logged.keyVersion() + ", and the store has version "
                            + keys.version(),
                    "Keys that were replaced are gone for good.");
        }
        Optional<PolicyFile> policy = records.policies().read(logged.policyHash());
        if (policy.isEmpty()) {
            return new Cannot(
                    "policy " + logged.policyVersion() + " is not in the folder policies as it was",
                    "Maybe a file there was removed or changed.");
        }
        Optional<PastState.Answering> past =
                PastState.of(store, installation.types(), installation.models(), logged.state(), logged.at(), progress);
        if (past.isEmpty()) {
            return new Cannot(
                    "the store keeps detection " + logged.state().detection() + " no more",
                    "Maybe keep more of them: ./ringsight detect --keep.");
        }
        if (!past.get().model().equals(logged.state().network())) {
            return new Cannot(
                    "model " + logged.state().network().orElse("") + ", whose network was asked, is here no more",
                    "Maybe its file was removed from the folder models, or PyTorch cannot be loaded.");
        }
        CheckResult result = past.get().live().check(logged.application()).result();
        if (isLess(result.snapshot(), logged.snapshot())) {
            return new Cannot(
                    "accounts or sightings that it was answered from were erased: the snapshot was " + logged.snapshot()
                            + " and what is left of it is " + result.snapshot(),
                    "What was erased is gone for good.");
        }
        return compare(logged, result, new Judge(policy.get().policy(), keys));
    }

    private static Outcome compare(LoggedCheck logged, CheckResult result, Judge judge) {
        var account = logged.application().account();
        List<Degradation> degraded = judge.degraded(logged.health()); // what was missing then is not missing now
        Ruling ruling = judge.decide(account, result, degraded);
        String replayed =
                JsonText.line(AnswerJson.of(account.accountId(), result, degraded, ruling, judge.policyVersion()));
        if (!replayed.equals(logged.answer())) {
            return difference(logged.answer(), replayed);
        }
        return ruling.equals(logged.ruling())
                ? new Equal(replayed)
                : difference(String.valueOf(logged.ruling()), String.valueOf(ruling));
    }

    private static Different difference(String logged, String replayed) {
        int position = 0;
        while (position < Math.min(logged.length(), replayed.length())
                && logged.charAt(position) == replayed.charAt(position)) {
            position++;
        }
        return new Different(position, around(logged, position), around(replayed, position));
    }

    private static String around(String text, int position) {
        return text.substring(Math.max(0, position - SHOWN), Math.min(text.length(), position + SHOWN));
    }

    /** Whether a snapshot has fewer accounts or sightings than another. */
    private static boolean isLess(String one, String other) {
        return count(one, 1) < count(other, 1) || count(one, 2) < count(other, 2);
    }

    private static long count(String snapshot, int group) {
        Matcher counts = SNAPSHOT.matcher(snapshot);
        return counts.matches() ? Long.parseLong(counts.group(group)) : 0;
    }
}
