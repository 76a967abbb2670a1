package io.ringsight.api.cli;

import io.ringsight.api.pipeline.Installation;
import io.ringsight.ingest.neo4j.LabelStore;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "labels", description = "Brings labels into the store: which accounts turned out to be fraud or legit.")
final class LabelsCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "account_id,label,labelled_at")
    private Path file;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    LabelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        List<Rejection> rejections = new ArrayList<>();
        List<AccountLabel> labels = LabelReader.read(file, rejections::add);
        Installation installation = storeOptions.installation();
        try (Store store = installation.connect(terminal.progress(output.json))) {
            LabelStore.write(store, labels);
        }
        if (output.json) {
            terminal.json(Map.of("labels", labels.size(), "rejected_records", rejections.size()));
        } else {
            terminal.say(Summary.number(labels.size()) + " labels are in the store.");
        }
        rejections.stream()
                .limit(SHOWN)
                .forEach(rejection -> terminal.note("%s line %d, %s: %s"
                        .formatted(
                                rejection.origin().file(),
                                rejection.origin().line(),
                                rejection.origin().field(),
                                rejection.reason())));
        if (rejections.size() > SHOWN) {
            terminal.note("… and %d more rows left out.".formatted(rejections.size() - SHOWN));
        }
        return rejections.isEmpty() ? ExitCodes.GOOD : ExitCodes.DONE_WITH_REJECTIONS;
    }
}
