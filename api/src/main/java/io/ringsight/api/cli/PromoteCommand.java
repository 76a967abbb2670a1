package io.ringsight.api.cli;

import io.ringsight.api.pipeline.StoreTraining;
import io.ringsight.detect.registry.ModelBundle;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.registry.ModelRegistry.Action;
import io.ringsight.detect.registry.ModelRegistry.Event;
import io.ringsight.detect.registry.PromotionGate;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "promote",
        description = {
            "Makes a trained model the champion, by which detect judges from then on, if it ranks the labelled accounts that came last no worse"
                    + " than who stands (exit code 4 when it does). Without a name it lists the models.",
        })
final class PromoteCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "Such as M-0123456789ab.")
    private @Nullable String model;

    @Option(
            names = "--to",
            paramLabel = "champion|shadow",
            description =
                    "What it becomes (default champion). A shadow is computed beside the champion and only reported.")
    private Action to = Action.CHAMPION;

    @Option(names = "--rollback", description = "The champion before is champion again.")
    private boolean rollback;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    PromoteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        ModelRegistry registry = storeOptions.installation().models();
        if (rollback && model != null || to != Action.CHAMPION && to != Action.SHADOW) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "promote takes a model and what it becomes, champion or shadow, or --rollback alone.",
                    "Maybe leave one of them out.");
        }
        if (rollback) {
            String left = registry.rollback(Instant.now());
            say(left + " is champion no more; "
                    + registry.champion()
                            .map(id -> id + " is again.")
                            .orElse("evidence and labels judge alone again."));
        } else if (model == null) {
            list(registry);
            return ExitCodes.GOOD;
        } else {
            promote(registry, model);
        }
        if (output.json) {
            terminal.json(state(registry));
        }
        return ExitCodes.GOOD;
    }

    private void promote(ModelRegistry registry, String id) {
        ModelBundle bundle = registry.read(id);
        if (registry.champion().filter(id::equals).isPresent()) {
            say(id + " is champion already.");
            return;
        }
        if (to == Action.CHAMPION) {
            PromotionGate.pass(bundle, registry.champion(), terminal.progress(output.json));
        }
        registry.record(to, id, Instant.now());
        say(StoreTraining.inWords(bundle));
        say(
                to == Action.CHAMPION
                        ? id + " is champion: `detect` judges by it from now on. `promote --rollback` takes it back."
                        : id + " is shadow: `detect` reports what it would have said.");
    }

    private void list(ModelRegistry registry) {
        if (output.json) {
            terminal.json(state(registry));
            return;
        }
        List<Event> events = registry.events();
        if (events.isEmpty()) {
            terminal.say("There are no models yet: `train` makes one.");
        }
        events.forEach(event -> terminal.say(
                "%s  %-9s  %s".formatted(event.at(), event.action().name().toLowerCase(Locale.ROOT), event.model())));
        terminal.say("Champion: " + registry.champion().orElse("none, evidence and labels judge alone")
                + registry.shadow().map(id -> "; shadow: " + id).orElse("") + ".");
    }

    private static Map<String, Object> state(ModelRegistry registry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("champion", registry.champion().orElse(null));
        json.put("shadow", registry.shadow().orElse(null));
        json.put(
                "events",
                registry.events().stream()
                        .map(event -> Map.of(
                                "at", event.at().toString(),
                                "action", event.action().name().toLowerCase(Locale.ROOT),
                                "model", event.model()))
                        .toList());
        return json;
    }

    private void say(String sentence) {
        if (!output.json) {
            terminal.say(sentence);
        }
    }
}
