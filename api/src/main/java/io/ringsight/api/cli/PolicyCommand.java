package io.ringsight.api.cli;

import io.ringsight.api.decision.DryRun;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.policy.Decision;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "policy",
        description = "Says what another policy would have made of the checks in the decision log. Needs no store.")
final class PolicyCommand implements Callable<Integer> {
    /** What to do with a policy. */
    enum Verb {
        DRY_RUN
    }

    private static final int NUMBER = 7; // characters of a count

    private final Terminal terminal;

    @Parameters(paramLabel = "dry-run", description = "What to do.", converter = VerbWord.class)
    private Verb verb;

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "The policy to try.")
    private Path policy;

    @Option(
            names = "--policy-now",
            paramLabel = "FILE",
            description = "The policy to compare it with (default: whatever decided each check).")
    private @Nullable Path now;

    @Option(names = "--limit", paramLabel = "N", description = "Checks to list of each change, the oldest (default 5).")
    private int limit = 5;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    PolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new RingsightException(ErrorCode.USAGE, "--limit is " + limit + ".", "Maybe write 0 or more.");
        }
        PolicyFile tried = PolicyFile.read(policy);
        Optional<PolicyFile> before = Optional.ofNullable(now).map(PolicyFile::read);
        Installation installation = storeOptions.installation();
        return switch (verb) {
            case DRY_RUN -> {
                var run = DryRun.of(installation, tried.policy(), before.map(PolicyFile::policy), limit);
                if (output.json) {
                    terminal.json(json(tried, run));
                } else {
                    say(before.map(file -> file.policy().version()).orElse("as decided"), tried, run);
                }
                yield ExitCodes.GOOD;
            }
        };
    }

    private void say(String now, PolicyFile tried, DryRun run) {
        terminal.say("Policy %s would have decided %s of %s checks in another way."
                .formatted(tried.policy().version(), Summary.number(run.changed()), Summary.number(run.checks())));
        if (run.checks() == 0) {
            terminal.note("There is no check in the decision log of this data folder."
                    + " Maybe name the one of the service: --data DIR; the demo's is data/demo.");
        } else {
            sayDecisions(now, tried.policy().version(), run);
        }
        run.changes().forEach((change, count) -> sayChange(change, count, run));
        if (run.skipped() > 0) {
            terminal.note("%s lines of the decision log were cut off or damaged and skipped."
                    .formatted(Summary.number(run.skipped())));
        }
    }

    /** How many are decided how by each policy: what it means for those who review. */
    private void sayDecisions(String now, String tried, DryRun run) {
        String row =
                "  %%-7s  %%%ds  %%%ds".formatted(Math.max(NUMBER, now.length()), Math.max(NUMBER, tried.length()));
        terminal.say("");
        terminal.say(row.formatted("", now, tried));
        for (Decision decision : Decision.values()) {
            terminal.say(row.formatted(
                    decision.word(),
                    Summary.number(run.before().getOrDefault(decision, 0L)),
                    Summary.number(run.after().getOrDefault(decision, 0L))));
        }
    }

    private void sayChange(DryRun.Change change, long count, DryRun run) {
        terminal.say("");
        terminal.say("%s → %s: %s".formatted(change.from().word(), change.to().word(), Summary.number(count)));
        List<DryRun.Difference> listed = run.differences().stream()
                .filter(one -> one.change().equals(change))
                .toList();
        for (DryRun.Difference one : listed) {
            terminal.say("  %s  %s  risk %s  %s%s%s"
                    .formatted(
                            Instant.ofEpochMilli(one.at()).truncatedTo(ChronoUnit.SECONDS),
                            one.checkId(),
                            String.format(Locale.ROOT, "%.3f", one.probability()),
                            one.accountId(),
                            one.exposure().isEmpty()
                                    ? ""
                                    : "  exposure "
                                            + Summary.number(
                                                    Math.round(one.exposure().getAsDouble())),
                            one.rules().isEmpty() ? "" : "  rules: " + String.join(", ", one.rules())));
        }
        if (count > listed.size() && limit > 0) {
            terminal.say(
                    "  … and %s more; --limit lists more of them.".formatted(Summary.number(count - listed.size())));
        }
    }

    private static Map<String, Object> json(PolicyFile tried, DryRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy_version", tried.policy().version());
        json.put("policy_hash", tried.hash());
        json.put("checks", run.checks());
        json.put("skipped", run.skipped());
        json.put("changed", run.changed());
        json.put("before", words(run.before()));
        json.put("after", words(run.after()));
        List<Map<String, Object>> changes = new ArrayList<>();
        run.changes().forEach((change, count) -> {
            Map<String, Object> one = change(change);
            one.put("checks", count);
            changes.add(one);
        });
        json.put("changes", changes);
        json.put(
                "differences",
                run.differences().stream().map(PolicyCommand::difference).toList());
        return json;
    }

    private static Map<String, Long> words(Map<Decision, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((decision, count) -> words.put(decision.word(), count));
        return words;
    }

    private static Map<String, Object> change(DryRun.Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", change.from().word());
        json.put("to", change.to().word());
        return json;
    }

    private static Map<String, Object> difference(DryRun.Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check_id", difference.checkId());
        json.put("time", Instant.ofEpochMilli(difference.at()));
        json.put("account_id", difference.accountId());
        json.put("probability", difference.probability());
        difference.exposure().ifPresent(exposure -> json.put("exposure", exposure));
        json.putAll(change(difference.change()));
        json.put("rules", difference.rules());
        return json;
    }

    /** Reads {@code dry-run}. */
    static final class VerbWord implements picocli.CommandLine.ITypeConverter<Verb> {
        @Override
        public Verb convert(String word) {
            if (word.equals("dry-run")) {
                return Verb.DRY_RUN;
            }
            throw new picocli.CommandLine.TypeConversionException("expected dry-run but was '" + word + "'");
        }
    }
}
