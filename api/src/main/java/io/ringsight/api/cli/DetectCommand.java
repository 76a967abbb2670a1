package io.ringsight.api.cli;

import io.ringsight.api.pipeline.DetectionSettings;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreDetection;
import io.ringsight.detect.neo4j.Publication;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "detect", description = "Finds rings in what the store holds and publishes them there.")
final class DetectCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private DetectionOptions detection = new DetectionOptions();

    @Option(
            names = "--keep",
            paramLabel = "N",
            description =
                    "How many detections before this one stay in the store (default 7): checks that were answered from"
                            + " one can be replayed while it is there.")
    private int kept = Publication.KEPT;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DetectCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        DetectionSettings settings = detection.settings();
        if (kept < 1) {
            throw new RingsightException(ErrorCode.USAGE, "--keep is " + kept + ".", "Maybe write 1 or more.");
        }
        Installation installation = storeOptions.installation();
        Progress progress = terminal.progress(output.json);
        try (Store store = installation.connect(progress)) {
            if (settings.engine() == DetectionSettings.Engine.GDS && !store.hasGds()) {
                terminal.note("The server has no GDS: components are found in this process, with the same result.");
            }
            var result = new StoreDetection(installation.types(), settings, installation.models(), kept)
                    .run(store, progress);
            if (output.json) {
                terminal.json(result.report().content());
            } else {
                Summary.detection(terminal, result.detection());
                Summary.changes(terminal, result.succession());
                terminal.say("Published in %s."
                        .formatted(Summary.seconds(result.report().content())));
            }
        }
        return ExitCodes.GOOD;
    }
}
