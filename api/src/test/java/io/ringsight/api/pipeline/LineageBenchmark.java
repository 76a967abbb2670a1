package io.ringsight.api.pipeline;

import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.DetectionRun;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingHistory;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import io.ringsight.ingest.source.LabelReader;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many rings keep their id when the same is detected again, and when data of five percent more accounts came in: {@code main POPULATION}.
 * A ring survives when two of its accounts are in one ring still.
 */
public final class LineageBenchmark {
    private LineageBenchmark() {}

    public static void main(String[] arguments) {
        Path population = Path.of(arguments[0]);
        var types = IdentifierTypes.builtIn();
        var builder = new IdentityGraphBuilder(types);
        new Intake(types, KeySets.ephemeral(types), Vault.off())
                .run(
                        List.of(population.resolve("applications.jsonl")),
                        builder,
                        RejectionSink.none(),
                        Progress.silent());
        IdentityGraph all = builder.build();
        List<AccountLabel> labels = LabelReader.read(population.resolve("labels.csv"));
        long[] created = IntStream.range(0, all.accountCount())
                .mapToLong(all::createdAt)
                .sorted()
                .toArray();
        for (List<AccountLabel> known : List.of(List.<AccountLabel>of(), labels)) {
            System.out.println(known.isEmpty() ? "without labels" : "with labels");
            RingHistory history = RingHistory.none();
            history = publish("first 95 %", all, created[(int) (created.length * 0.95)], known, history, 1);
            history = publish("the same again", all, created[(int) (created.length * 0.95)], known, history, 2);
            publish("all", all, Long.MAX_VALUE, known, history, 3);
        }
    }

    private static RingHistory publish(
            String what, IdentityGraph all, long asOf, List<AccountLabel> labels, RingHistory history, long at) {
        Detection detection = new DetectionRun(
                        DetectionParameters.defaults().withAsOf(asOf), ComponentEngine.jvm(), Optional.empty())
                .run(asOf == Long.MAX_VALUE ? all : all.asOf(asOf), labels, Progress.silent());
        long begin = System.nanoTime();
        var succession = Succession.of(
                history, detection.rings().stream().map(Ring::members).toList(), Causes.unknown(), at);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<LineageEvent.Kind, Integer> events = new TreeMap<>();
        succession.events().forEach(event -> events.merge(event.kind(), 1, Integer::sum));
        Set<String> kept = new HashSet<>(succession.ids().values());
        List<RingVersion> survivors = history.standing().stream()
                .filter(ring -> survives(ring, detection))
                .toList();
        long same =
                survivors.stream().filter(ring -> kept.contains(ring.ringId())).count();
        System.out.printf(
                Locale.ROOT,
                "%s: %d accounts, %d rings, %d of before survive, %d of these keep their id (%.2f %%); %s; %.2f s%n",
                what,
                detection.accounts().size(),
                detection.rings().size(),
                survivors.size(),
                same,
                100.0 * same / Math.max(1, survivors.size()),
                events,
                seconds);
        return history.with(succession.versions());
    }

    private static boolean survives(RingVersion ring, Detection detection) {
        Map<String, Integer> together = new HashMap<>();
        for (String member : ring.members()) {
            detection
                    .account(member)
                    .flatMap(account -> Optional.ofNullable(account.ringId()))
                    .ifPresent(id -> together.merge(id, 1, Integer::sum));
        }
        return together.values().stream().anyMatch(accounts -> accounts > 1);
    }
}
