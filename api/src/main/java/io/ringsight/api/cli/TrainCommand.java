package io.ringsight.api.cli;

import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreTraining;
import io.ringsight.detect.registry.ModelBundle;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = {
            "Learns from the store's labels what fraud looks like: a new candidate among the models of the data folder. Who judges does not"
                    + " change: see promote.",
            "",
            "What detect learns by itself from labels is forgotten after it; a model stays, is compared with the one before on accounts that"
                    + " came last, and can be taken back."
        })
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "Use nothing later than this: 2026-03-01 (its first moment, UTC) or 2026-03-01T10:22:31Z.")
    private @Nullable String asOf;

    @Option(
            names = "--network",
            description =
                    "Graph networks beside the trees too, and one that judges applicants: minutes more at 100,000 accounts,"
                            + " for a little better ranking.")
    private boolean network;

    @Option(
            names = "--resume",
            description = "With --network: go on from where a training of the same data and labels was stopped.")
    private boolean resume;

    @Mixin
    private PriorOptions chances = new PriorOptions();

    @Mixin
    private TorchOptions torch = new TorchOptions();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        if (resume && !network) {
            throw new RingsightException(
                    ErrorCode.USAGE, "--resume is for graph networks.", "Maybe add --network, or leave --resume out.");
        }
        var settings = new DetectionSettings(
                chances.prior(),
                chances.seed(),
                asOf == null ? OptionalLong.empty() : OptionalLong.of(TimeWord.millis("--as-of", asOf)),
                DetectionSettings.Engine.JVM,
                DetectionSettings.Embedding.NONE,
                torch.device());
        Installation installation = storeOptions.installation();
        var progress = terminal.progress(output.json);
        try (Store store = installation.connect(progress)) {
            var training = new StoreTraining(
                    installation.types(),
                    settings,
                    network ? Optional.of(new StoreTraining.Networks(resume)) : Optional.empty(),
                    installation.models());
            ModelBundle bundle = training.run(store, progress);
            String id = bundle.model().id();
            if (output.json) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("model", id);
                json.put("labels_fraud", bundle.origin().fraud());
                json.put("labels_legit", bundle.origin().legit());
                json.put("trees", bundle.origin().trees());
                json.put("networks", bundle.model().risk().networks().models().size());
                json.put("columns", bundle.model().risk().columns().size());
                json.put("incumbent", bundle.rivalry().incumbent());
                json.put("said", StoreTraining.inWords(bundle));
                terminal.json(json);
            } else {
                terminal.say("Candidate %s, taught by %s fraud and %s legit labels."
                        .formatted(
                                id,
                                Summary.number(bundle.origin().fraud()),
                                Summary.number(bundle.origin().legit())));
                terminal.say(StoreTraining.inWords(bundle));
                terminal.say("`promote %s` makes it judge, if it passes the gate; its card is %s."
                        .formatted(id, installation.data().resolve("models").resolve(id + ".md")));
            }
        }
        return ExitCodes.GOOD;
    }
}
