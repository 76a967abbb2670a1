package io.ringsight.api.cli;

import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.http.ApiKeys;
import io.ringsight.api.http.HttpServer;
import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreDetection;
import io.ringsight.api.pipeline.StoreIngest;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.Detection;
import io.ringsight.detect.neo4j.DetectionStore;
import io.ringsight.export.csv.WholeFile;
import io.ringsight.ingest.intake.IntakeReport;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.simulate.Population;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.RejectionFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Simulates a small population, ingests it, finds its rings and serves them on"
                + " http://localhost:8080.",
        footer = {"", "Keeps its own data folder, data/demo unless --data names another; a second demo starts from it."
        })
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--accounts", paramLabel = "N", description = "How many (default 5000).")
    private int accounts = 5_000;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same population (default 7).")
    private long seed = 7;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        ApiKeys keys = server.keys();
        PolicyFile policy = policyOption.read();
        HttpServer.preflight(server.host(), server.port(), keys);
        Installation installation = storeOptions.installation("data/demo");
        WholeFile.createFolder(installation.data());
        if (!output.debug) {
            Logs.toFile(installation.logFile());
        }
        Progress progress = terminal.progress(output.json);
        RingService service = last(installation, progress).orElseGet(() -> first(installation, progress));
        if (installation.isLocal()) {
            say("Other commands go on with it: --data %1$s. Its store outlives the demo: store stop --data %1$s."
                    .formatted(installation.data()));
        }
        new Serving(terminal, output).run(server, keys, CheckDesk.open(installation, service, policy));
        return ExitCodes.GOOD;
    }

    /** What an earlier demo left. */
    private Optional<RingService> last(Installation installation, Progress progress) {
        if (installation.isLocal() && installation.localStore().isNew()) {
            return Optional.empty();
        }
        Store store = installation.connect(progress);
        try {
            Optional<Detection> detection = DetectionStore.read(store);
            if (detection.isPresent()) {
                say("Going on from the population in " + installation.data() + ".");
                return Optional.of(RingService.open(installation, store, detection.get(), progress));
            }
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        store.close();
        return Optional.empty();
    }

    private RingService first(Installation installation, Progress progress) {
        Path population = installation.data().resolve("population");
        Population.generate(SimulateCommand.parameters(accounts, seed), population, progress);
        say("Simulated %s applications, in %s.".formatted(Summary.number(accounts), population));
        try (var rejected = new RejectionFile(installation.rejectedFile())) {
            IntakeReport report = new StoreIngest(installation)
                    .run(List.of(population.resolve("applications.jsonl")), rejected, progress);
            if (!output.json) {
                Summary.intake(terminal, report, installation.rejectedFile().toString());
            }
        }
        Store store = installation.connect(progress);
        try {
            LabelStore.write(store, LabelReader.read(population.resolve("labels.csv")));
            var result = new StoreDetection(installation.types(), DetectionSettings.defaults(), installation.models())
                    .run(store, progress);
            if (!output.json) {
                Summary.detection(terminal, result.detection());
            }
            return RingService.open(installation, store, result.detection(), progress);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void say(String line) {
        if (!output.json) {
            terminal.say(line);
            terminal.flush();
        }
    }
}
