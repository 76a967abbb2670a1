package io.ringsight.api.cli;

import io.ringsight.api.decision.AnswerJson;
import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.decision.DecidedCheck;
import io.ringsight.api.pipeline.Installation;
import io.ringsight.api.pipeline.StoreExport;
import io.ringsight.api.policy.Degradation;
import io.ringsight.api.policy.PolicyFile;
import io.ringsight.api.service.CheckedApplication;
import io.ringsight.api.service.ReasonWords;
import io.ringsight.api.service.RingService;
import io.ringsight.detect.check.CheckResult;
import io.ringsight.detect.ring.Reason;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Says whether an applicant is in, or about to join, a ring. Writes nothing into the store.")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "One application as JSON, or one a line.")
    private Path file;

    @Mixin
    private PolicyOption policyOption = new PolicyOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.listenForInterrupts();
        List<byte[]> applications = applications();
        PolicyFile policy = policyOption.read();
        Installation installation = storeOptions.installation();
        Progress progress = terminal.progress(output.json);
        Store store = installation.connect(progress);
        boolean rejections = false;
        try (RingService service = RingService.open(installation, store, StoreExport.lastDetection(store), progress);
                CheckDesk desk = CheckDesk.open(installation, service, policy)) {
            for (byte[] application : applications) {
                DecidedCheck decided = desk.check(application);
                rejections |= !decided.checked().rejections().isEmpty();
                show(decided);
            }
        } finally {
            store.close();
        }
        return rejections ? ExitCodes.DONE_WITH_REJECTIONS : ExitCodes.GOOD;
    }

    /** The whole file when it is one object, else its lines. */
    private List<byte[]> applications() {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE, "Cannot read " + file + ".", "Maybe the path is misspelt.", e);
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED, file + " is empty.", "Maybe it was cut off while it was copied.");
        }
        boolean oneEachLine = lines.stream()
                .allMatch(line -> line.strip().startsWith("{") && line.strip().endsWith("}"));
        return (oneEachLine ? lines : List.of(text))
                .stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private void show(DecidedCheck decided) {
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("check_id", decided.checkId());
            json.putAll(AnswerJson.of(decided));
            terminal.json(json);
            return;
        }
        CheckedApplication checked = decided.checked();
        CheckResult result = checked.result();
        terminal.say("%s: %s, risk %s"
                .formatted(
                        checked.accountId(),
                        decided.ruling().decision().word(),
                        Summary.percent(result.probability())));
        decided.ruling()
                .shadowDecision()
                .ifPresent(decision -> terminal.say("  policy %s only watches; it would have been %s"
                        .formatted(decided.policyVersion(), decision.word())));
        result.ring()
                .ifPresent(ring -> terminal.say("  %s ring %s of %d accounts, risk %s"
                        .formatted(
                                ring.existing() ? "in or joining" : "would form",
                                ring.ringId(),
                                ring.size(),
                                Summary.percent(ring.risk()))));
        for (Reason reason : result.reasons()) {
            terminal.say(
                    "  %+6.1f bits  %s".formatted(reason.bits(), ReasonWords.sentence(reason.code(), reason.bits())));
        }
        for (var path : result.paths()) {
            terminal.say(
                    "  same %s (%s…) as %s".formatted(path.identifierType(), path.tokenPrefix(), path.accountId()));
        }
        result.device()
                .filter(device -> device.accounts() > 0)
                .ifPresent(device -> terminal.say("  device %s… by itself: %d%s other accounts, %d last week, risk %s%s"
                        .formatted(
                                device.tokenPrefix(),
                                device.accounts(),
                                device.capped() ? " or more" : "",
                                device.lastWeek(),
                                Summary.percent(device.risk()),
                                device.farm() ? ", maybe a farm" : "")));
        if (!decided.degraded().isEmpty()) {
            terminal.note("  answered with "
                    + decided.degraded().stream().map(Degradation::word).collect(Collectors.joining(", ")));
        }
        terminal.say("  recorded as check " + decided.checkId());
        checked.rejections()
                .forEach(rejection ->
                        terminal.note("  not used: " + rejection.origin().field() + " " + rejection.reason()));
    }
}
