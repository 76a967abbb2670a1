package io.ringsight.api.cli;

import io.ringsight.api.decision.Replay;
import io.ringsight.api.decision.Replay.Cannot;
import io.ringsight.api.decision.Replay.Different;
import io.ringsight.api.decision.Replay.Equal;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description =
                "Answers a check of the decision log again, from the log sequence, detection, dispositions and policy"
                        + " of then, and compares both answers byte for byte.",
        footer = {"", "Exit codes: 0 they are equal, 1 they differ or it cannot be told."})
final class ReplayCommand implements Callable<Integer> {
    private static final int FAILED = 1;

    private final Terminal terminal;

    @Parameters(paramLabel = "CHECK_ID", description = "As the header X-Check-Id or check --json named it.")
    private String checkId;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        Installation installation = storeOptions.installation();
        Progress progress = terminal.progress(output.json);
        Replay.Outcome outcome;
        try (Store store = installation.connect(progress)) {
            outcome = new Replay(installation).of(store, checkId, progress);
        }
        if (output.json) {
            terminal.json(json(outcome));
        } else {
            say(outcome);
        }
        return outcome instanceof Equal ? ExitCodes.GOOD : FAILED;
    }

    private void say(Replay.Outcome outcome) {
        switch (outcome) {
            case Equal _ -> terminal.say("Equal: the answer is the same to the byte.");
            case Different(int position, String logged, String replayed) -> {
                terminal.say("Different from character %d on.".formatted(position + 1));
                terminal.say("  logged:   …" + logged + "…");
                terminal.say("  replayed: …" + replayed + "…");
            }
            case Cannot(String why, String hint) -> {
                terminal.say("Cannot replay: " + why + ".");
                terminal.note(hint);
            }
        }
    }

    private Map<String, Object> json(Replay.Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check_id", checkId);
        switch (outcome) {
            case Equal(String answer) -> {
                json.put("outcome", "equal");
                json.put("answer", answer);
            }
            case Different(int position, String logged, String replayed) -> {
                json.put("outcome", "different");
                json.put("position", position);
                json.put("logged", logged);
                json.put("replayed", replayed);
            }
            case Cannot(String why, String hint) -> {
                json.put("outcome", "cannot");
                json.put("reason", why);
                json.put("hint", hint);
            }
        }
        return json;
    }
}
