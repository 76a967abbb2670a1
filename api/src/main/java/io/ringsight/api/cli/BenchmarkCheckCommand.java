package io.ringsight.api.cli;

import io.ringsight.api.benchmark.ApplicantKind;
import io.ringsight.api.benchmark.Applicants;
import io.ringsight.api.benchmark.CheckTimes;
import io.ringsight.api.benchmark.Latencies;
import io.ringsight.api.benchmark.LoadTest;
import io.ringsight.api.service.FileKnowledge;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.source.IngestConfiguration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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

@Command(
        name = "check",
        description = {
            "Measures checks: of a server that runs, at given rates, or (--in-process) of the decision alone.",
            "",
            "Applicants are made from an applications file: strangers, households, joiners of rings and users of the commonest"
                    + " identifiers, in equal parts. They come at the times of a Poisson process whatever the server does, and their"
                    + " time runs from when they were meant to be sent. Checks write nothing."
        },
        footer = {
            "",
            "  ringsight serve --benchmark",
            "  ringsight benchmark check --applications population/applications.jsonl --rate 100,500,1000",
            "  ringsight benchmark check --applications population/applications.jsonl --in-process"
        })
final class BenchmarkCheckCommand implements Callable<Integer> {
    private static final String CHECKS = "/v1/checks";
    private static final String HELLO = "/v1/hello";
    private static final int APPLICANTS = 4_096;
    private static final int COLLECTIONS = 4;

    private final Terminal terminal;

    @Option(
            names = "--applications",
            required = true,
            paramLabel = "FILE",
            description =
                    "What applicants are made from: the applications.jsonl[.gz] of simulate, best the one that is served.")
    private Path applications;

    @Option(names = "--url", paramLabel = "URL", description = "The server (default http://localhost:8080).")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description =
                    "A key of the role ONBOARDING (or RINGSIGHT_API_KEY, which other users of the machine cannot see).")
    private @Nullable String apiKey;

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "N",
            description = "Applicants a second, one or more (default 100,500,1000).")
    private List<Double> rates = List.of(100.0, 500.0, 1000.0);

    @Option(names = "--seconds", paramLabel = "N", description = "How long each rate is held (default 20).")
    private int seconds = 20;

    @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before anything is measured (default 10).")
    private int warmUp = 10;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Requests under way at most; later ones wait and their time runs (default 64).")
    private int connections = 64;

    @Option(
            names = "--in-process",
            description = "Without a server: finds the file's rings here and measures the decision.")
    private boolean inProcess;

    @Option(
            names = "--applicants",
            paramLabel = "N",
            description = "With --in-process: of each kind (default 2000); as many warm up.")
    private int applicants = 2_000;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "With --in-process: a model of DATA/models that was taught with --network, to ask about"
                    + " applicants.")
    private @Nullable Path model;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed makes the same applicants (default 1).")
    private long seed = 1;

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    BenchmarkCheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        terminal.listenForInterrupts();
        positive("--seconds", seconds);
        positive("--connections", connections);
        positive("--applicants", applicants);
        rates.forEach(rate -> positive("--rate", rate));
        Applicants from = Applicants.read(applications, seed);
        return inProcess ? decide(from) : load(from);
    }

    private static void positive(String option, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new RingsightException(ErrorCode.USAGE, option + " is " + value + ".", "Maybe write 1 or more.");
        }
    }

    private int decide(Applicants from) {
        long before = heap();
        var knowledge = FileKnowledge.read(
                applications,
                IngestConfiguration.load(configuration.file()),
                Optional.ofNullable(model).map(BenchmarkCheckCommand::network),
                terminal.progress(output.json));
        long heap = heap() - before;
        int accounts = knowledge.live().accountCount();
        CheckTimes times = CheckTimes.measure(knowledge, from, applicants, applicants);
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("accounts", accounts);
            json.put("heap_bytes", heap);
            json.put("decide", json(times.byKind()));
            json.put("decide_cpu", json(times.cpu()));
            json.put("take_in", json(times.taken()));
            Map<String, Object> asked = new LinkedHashMap<>();
            times.networkAsked().forEach((kind, share) -> asked.put(kind.word(), share));
            json.put("network_asked", asked);
            json.put("hub_ratio", times.hubRatio(ApplicantKind.STRANGER));
            terminal.json(json);
        } else {
            terminal.say("%s accounts; %d bytes of heap an account, all of it; one thread, decision alone:"
                    .formatted(Summary.number(accounts), heap / accounts));
            times.byKind().forEach((kind, latencies) -> terminal.say(line(kind.word(), latencies.line())));
            terminal.say("CPU of the thread:");
            times.cpu().forEach((kind, latencies) -> terminal.say(line(kind.word(), latencies.line())));
            terminal.say(String.format(
                    Locale.ROOT,
                    "Hub users take %.2f times the CPU of strangers, %.2f times that of households (p99).",
                    times.hubRatio(ApplicantKind.STRANGER),
                    times.hubRatio(ApplicantKind.HOUSEHOLD)));
            times.networkAsked()
                    .forEach((kind, share) -> terminal.say(String.format(
                            Locale.ROOT, "  %-22s the network is asked about %.1f %%", kind.word(), share * 100)));
            terminal.say("Taken in, rings found anew:");
            times.taken().forEach((kind, latencies) -> terminal.say(line(kind.word(), latencies.line())));
        }
        return ExitCodes.GOOD;
    }

    private static ApplicantModel network(Path file) {
        return ModelRegistry.read(file)
                .model()
                .risk()
                .applicants()
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.USAGE, file + " holds no network for applicants.", "Maybe train it with --network."));
    }

    private static Map<String, Object> json(Map<ApplicantKind, Latencies> times) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        times.forEach((kind, latencies) -> kinds.put(kind.word(), latencies.json()));
        return kinds;
    }

    /** Bytes that live: the serial collector lets some that do not lie where they are but in each fourth collection. */
    private static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private int load(Applicants from) throws IOException {
        var test = new LoadTest(
                url,
                Optional.ofNullable(apiKey).or(() -> Environment.get("RINGSIGHT_API_KEY")),
                from.mix(APPLICANTS),
                connections);
        boolean hello = answers(test);
        if (warmUp > 0) {
            note("Warming up for " + warmUp + " s.");
            test.closedLoop(CHECKS, Duration.ofSeconds(warmUp));
            if (hello) {
                test.closedLoop(HELLO, Duration.ofSeconds(warmUp));
            }
        }
        List<LoadTest.Result> open = new ArrayList<>();
        List<LoadTest.Result> closed = new ArrayList<>();
        Duration time = Duration.ofSeconds(seconds);
        for (String path : hello ? List.of(HELLO, CHECKS) : List.of(CHECKS)) {
            for (double rate : rates) {
                open.add(tell(test.openLoop(path, rate, time)));
            }
            closed.add(tell(test.closedLoop(path, time)));
        }
        Optional<Double> ratio = hello
                ? Optional.of(closed.getLast().throughput()
                        / Math.max(1e-9, closed.getFirst().throughput()))
                : Optional.empty();
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("connections", connections);
            json.put(
                    "kinds",
                    List.of(ApplicantKind.values()).stream()
                            .map(ApplicantKind::word)
                            .toList());
            json.put("open_loop", open.stream().map(BenchmarkCheckCommand::json).toList());
            json.put(
                    "saturation",
                    closed.stream().map(BenchmarkCheckCommand::json).toList());
            json.put("throughput_ratio", ratio.orElse(null));
            terminal.json(json);
        } else {
            terminal.say(ratio.map(value -> String.format(
                            Locale.ROOT, "At saturation checks reach %.2f of the throughput of hello.", value))
                    .orElse("There is no " + HELLO + " to compare with: start the server with --benchmark."));
        }
        return ExitCodes.GOOD;
    }

    /** Whether there is a hello to compare with; fails when there are no checks. */
    private boolean answers(LoadTest test) {
        try {
            int status = test.probe(CHECKS);
            if (status != 200) {
                throw new RingsightException(
                        ErrorCode.NOT_FOUND,
                        url + " answers a check with status " + status + ".",
                        status == 401 || status == 403
                                ? "Maybe name a key of the role ONBOARDING with --api-key."
                                : "Maybe another program listens there, or the server is busy.");
            }
            return test.probe(HELLO) == 200;
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND,
                    "Nobody answers at " + url + ".",
                    "Maybe start it: ringsight serve --benchmark.",
                    e);
        }
    }

    private LoadTest.Result tell(LoadTest.Result result) {
        if (!output.json) {
            String load = result.rate() > 0 ? String.format(Locale.ROOT, "%6.0f/s", result.rate()) : "  closed";
            terminal.say(line(result.path() + " " + load, result.good().line())
                    + String.format(Locale.ROOT, "  %7.0f/s answered  %s", result.throughput(), result.statuses()));
            terminal.flush();
        }
        return result;
    }

    private static String line(String what, String figures) {
        return String.format(Locale.ROOT, "  %-22s %s", what, figures);
    }

    private static Map<String, Object> json(LoadTest.Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", result.path());
        if (result.rate() > 0) {
            json.put("rate", result.rate());
        }
        json.put("throughput", Math.round(result.throughput() * 10) / 10.0);
        json.putAll(result.good().json());
        Map<String, Long> statuses = new LinkedHashMap<>();
        result.statuses().forEach((status, count) -> statuses.put(Integer.toString(status), count));
        json.put("statuses", statuses);
        return json;
    }

    private void note(String line) {
        if (!output.json) {
            terminal.note(line);
        }
    }
}
