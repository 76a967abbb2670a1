package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.cluster.ComponentEngine;
import io.ringsight.detect.evaluation.Contender;
import io.ringsight.detect.evaluation.Product;
import io.ringsight.detect.evaluation.network.BoosterColumns;
import io.ringsight.detect.evaluation.network.NetworkContender;
import io.ringsight.detect.evaluation.opponent.Opponents;
import io.ringsight.detect.gds.opponent.EmbeddingOpponent;
import io.ringsight.detect.risk.network.NetworkParameters;
import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes part in an evaluation, by the words of the command line, with the store that some need; it is gone when this is
 * closed. Not thread-safe.
 */
final class Contenders implements AutoCloseable {
    /** What needs a store with Neo4j GDS. */
    private static final List<String> IN_STORE = List.of("gds-fastrp", "gds-graphsage");
    /** What takes minutes: it comes by name only. */
    private static final List<String> LONG = Stream.concat(
                    Stream.of(NetworkContender.NAME), BoosterColumns.NAMES.stream())
            .toList();

    private final List<Contender> all;
    private final Set<String> inProcess;
    private final Optional<ScratchStore> store;

    private Contenders(
            List<Contender> inProcess, EvaluationSettings settings, Optional<ScratchStore> store, Set<String> wanted) {
        this.inProcess = inProcess.stream().map(Contender::name).collect(Collectors.toSet());
        this.store = store;
        this.all = new ArrayList<>(inProcess);
        settings.variants().forEach(variant -> all.add(product(variant)));
        var columns = columns(settings.device());
        BoosterColumns.NAMES.stream()
                .filter(wanted::contains)
                .map(columns::contender)
                .forEach(all::add);
        if (wanted.contains(NetworkContender.NAME)) {
            all.add(network(settings.device()));
        }
        store.ifPresent(scratch -> EmbeddingOpponent.all(scratch.store()).stream()
                .filter(opponent -> wanted.contains(opponent.name()))
                .forEach(all::add));
    }

    /**
     * Which opponents the words mean.
     *
     * @param words {@code all}, {@code jvm}, {@code none}, or names of opponents; some come by name only
     * @throws RingsightException USAGE when one is no opponent
     */
    static Set<String> wanted(List<String> words) {
        List<String> jvm = Opponents.inProcess().stream().map(Contender::name).toList();
        Set<String> wanted = new LinkedHashSet<>();
        for (String word : words) {
            switch (word) {
                case "none" -> {}
                case "jvm" -> wanted.addAll(jvm);
                case "all" -> {
                    wanted.addAll(jvm);
                    wanted.addAll(IN_STORE);
                }
                default -> wanted.add(known(word, jvm));
            }
        }
        return wanted;
    }

    /** The product, then the opponents of those names in their usual order; variants of the product are among them, and not replayed. */
    static Contenders open(Set<String> wanted, EvaluationSettings settings, Progress progress) {
        List<Contender> inProcess = new ArrayList<>();
        inProcess.add(product());
        Opponents.inProcess().stream()
                .filter(opponent -> wanted.contains(opponent.name()))
                .forEach(inProcess::add);
        boolean needsStore = IN_STORE.stream().anyMatch(wanted::contains);
        Optional<ScratchStore> store = needsStore ? Optional.of(ScratchStore.start(progress)) : Optional.empty();
        try {
            return new Contenders(inProcess, settings, store, wanted);
        } catch (RuntimeException e) {
            store.ifPresent(ScratchStore::close);
            throw e;
        }
    }

    /** Embeddings change no risk and no ring yet, so they are left out. */
    static Contender product() {
        return new Product(DetectionParameters.defaults(), ComponentEngine.jvm(), Optional.empty());
    }

    private static Contender product(ProductVariant variant) {
        return new Product(variant.name(), variant.parameters(), ComponentEngine.jvm(), Optional.empty());
    }

    private static Contender network(TorchDevice device) {
        return new NetworkContender(
                NetworkParameters.DEFAULT,
                DetectionParameters.defaults(),
                ComponentEngine.jvm(),
                TorchSettings.DEFAULT.on(device));
    }

    private static BoosterColumns columns(TorchDevice device) {
        return new BoosterColumns(
                NetworkParameters.CROSS_FITTED,
                DetectionParameters.defaults(),
                ComponentEngine.jvm(),
                TorchSettings.DEFAULT.on(device));
    }

    List<Contender> all() {
        return all;
    }

    /** Names of those that judge fast enough to judge the growing graph again and again. */
    Set<String> replayed() {
        return inProcess;
    }

    @Override
    public void close() {
        store.ifPresent(ScratchStore::close);
    }

    private static String known(String word, List<String> jvm) {
        List<String> names =
                Stream.of(jvm, IN_STORE, LONG).flatMap(List::stream).toList();
        if (!names.contains(word)) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "There is no opponent '" + word + "'.",
                    "Maybe one of these was meant: all, jvm, none, " + String.join(", ", names) + ".");
        }
        return word;
    }
}
