package io.ringsight.api.cli;

import io.ringsight.api.pipeline.FileEmbedding;
import io.ringsight.gnn.flight.EmbeddingsClient;
import io.ringsight.gnn.flight.ServerAddress;
import io.ringsight.gnn.inference.ViewScorer;
import io.ringsight.gnn.model.ModelFile;
import io.ringsight.ingest.source.IngestConfiguration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "embed",
        description = "Writes embeddings and log odds of fraud of every account into an Arrow file, without a store.",
        footer = {
            "",
            "Columns: account_id, log_odds (natural), embedding; sorted by account_id. With --server the network runs in another",
            "process, see serve-embeddings; the file is the same."
        })
final class EmbedCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            paramLabel = "APPLICATIONS",
            description = "A .jsonl, .jsonl.gz or .parquet file, or a folder in the CSV form.")
    private Path applications;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the Arrow file goes.")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "account_id,label,labelled_at: what is known of some. No account sees its own.")
    private @Nullable Path labels;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "Use nothing later than this: 2026-03-01 (its first moment, UTC) or 2026-03-01T10:22:31Z.")
    private @Nullable String asOf;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "PEM file of certificates to trust in --server, instead of the platform's.")
    private @Nullable Path trusted;

    @Mixin
    private TokenOption token = new TokenOption();

    @Mixin
    private TorchOptions torch = new TorchOptions();

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** Where the network runs. */
    static final class Where {
        @Option(names = "--model", paramLabel = "FILE", description = "A trained network, to be run in this process.")
        private @Nullable Path model;

        @Option(
                names = "--server",
                paramLabel = "ADDRESS",
                description = "host:port, or grpc+tls://host:port, of a server of embeddings, which has the model.")
        private @Nullable String server;
    }

    EmbedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        OptionalLong moment = asOf == null ? OptionalLong.empty() : OptionalLong.of(TimeWord.millis("--as-of", asOf));
        var embedding = new FileEmbedding(IngestConfiguration.load(configuration.file()), moment);
        try (ViewScorer scorer = scorer()) {
            FileEmbedding.Result result = embedding.run(
                    applications, Optional.ofNullable(labels), scorer, out, terminal.progress(output.json));
            say(result);
            return ExitCodes.of(result.intake());
        }
    }

    private ViewScorer scorer() {
        if (where.server == null) {
            return ViewScorer.here(ModelFile.read(Objects.requireNonNull(where.model)), torch.settings());
        }
        return EmbeddingsClient.of(ServerAddress.parse(where.server, Optional.ofNullable(trusted)), token.token());
    }

    private void say(FileEmbedding.Result result) {
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("accounts", result.accounts());
            json.put("width", result.width());
            json.put("rejected_records", result.intake().rejectedRecords());
            json.put("out", out.toString());
            terminal.json(json);
        } else {
            Summary.intake(
                    terminal,
                    result.intake(),
                    out.toAbsolutePath().resolveSibling("rejected.jsonl").toString());
            terminal.say("Embeddings of %s accounts, %d numbers each, written to %s."
                    .formatted(Summary.number(result.accounts()), result.width(), out));
        }
    }
}
