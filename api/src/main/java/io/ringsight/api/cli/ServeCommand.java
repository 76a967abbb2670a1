package io.ringsight.api.cli;

import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.http.ApiKeys;
import io.ringsight.api.http.HttpServer;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.RingService;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves console and API from what the store holds and detect found.")
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--benchmark",
            description = "Also serves /v1/hello, which benchmark check compares with. Not for production.")
    private boolean benchmark;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        ApiKeys keys = server.keys();
        PolicyFile policy = policyOption.read();
        HttpServer.preflight(server.host(), server.port(), keys);
        Installation installation = storeOptions.installation();
        if (!output.debug) {
            Logs.toFile(installation.logFile());
        }
        CheckDesk desk = CheckDesk.open(installation, open(installation), policy);
        new Serving(terminal, output).run(server, keys, desk, benchmark ? HttpServer.BENCHMARK : Map.of());
        return ExitCodes.GOOD;
    }

    private RingService open(Installation installation) {
        Progress progress = terminal.progress(output.json);
        Store store = installation.connect(progress);
        try {
            return RingService.open(installation, store, StoreExport.lastDetection(store), progress);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }
}
