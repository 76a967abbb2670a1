package io.ringsight.ingest.intake;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import io.ringsight.ingest.source.Application;
import io.ringsight.ingest.source.ApplicationJson;
import io.ringsight.ingest.source.ApplicationReader;
import io.ringsight.ingest.source.LateIdentifier;
import io.ringsight.ingest.source.LateSightings;
import io.ringsight.ingest.source.Origin;
import io.ringsight.ingest.source.PresentedIdentifier;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.source.SourceBatch;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Reads files, normalises and tokenises on all cores, and feeds a sink in the order of the files: what comes out does not
 * depend on the number of threads. Thread-safe.
 */
public final class Intake {
    /** Identifiers of an application that comes in a request, at most. */
    public static final int MOST_IDENTIFIERS = 256;

    private final Tokeniser tokeniser;
    private final int threads;

    public Intake(IdentifierTypes types, KeySets keys, Vault vault) {
        this(types, keys, vault, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads how many parse and tokenise at a time; one more reads and feeds the sink */
    public Intake(IdentifierTypes types, KeySets keys, Vault vault, int threads) {
        this.tokeniser = new Tokeniser(types, keys, vault);
        this.threads = threads;
    }

    /**
     * Takes in files and folders, one after the other. When a file breaks off, what was good before it has reached the sink
     * by the time this throws.
     */
    public IntakeReport run(List<Path> paths, TokenisedSink sink, RejectionSink rejections, Progress progress) {
        var handover = new Handover(sink, rejections);
        progress.begin("read", -1);
        ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("intake-", 0).factory());
        try {
            for (Path path : paths) {
                read(path, workers, handover, progress);
            }
        } finally {
            workers.shutdownNow();
            progress.end();
        }
        return handover.report();
    }

    private void read(Path path, ExecutorService workers, Handover handover, Progress progress) {
        Queue<Future<TokenisedBatch>> pending = new ArrayDeque<>();
        try (ApplicationReader reader = ApplicationReader.open(path)) {
            for (var parse = nextOrDrain(reader, pending, handover, progress);
                    parse.isPresent();
                    parse = nextOrDrain(reader, pending, handover, progress)) {
                Supplier<SourceBatch> source = parse.get();
                pending.add(workers.submit(() -> TokenisedBatch.of(source.get(), tokeniser)));
                if (pending.size() > 2 * threads) {
                    handOver(pending.remove(), handover, progress);
                }
            }
            drain(pending, handover, progress);
        }
    }

    /** When the file breaks off here, what was read before it still counts. */
    private static Optional<Supplier<SourceBatch>> nextOrDrain(
            ApplicationReader reader, Queue<Future<TokenisedBatch>> pending, Handover handover, Progress progress) {
        try {
            return reader.next();
        } catch (RingsightException e) {
            drain(pending, handover, progress);
            throw e;
        }
    }

    private static void drain(Queue<Future<TokenisedBatch>> pending, Handover handover, Progress progress) {
        while (!pending.isEmpty()) {
            handOver(pending.remove(), handover, progress);
        }
    }

    private static void handOver(Future<TokenisedBatch> future, Handover handover, Progress progress) {
        try {
            progress.check();
            progress.advance(handover.take(future.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RingsightException(ErrorCode.CANCELLED, "Cancelled.", "", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RingsightException known) {
                throw known;
            }
            throw new IllegalStateException("A batch of records could not be tokenised.", e.getCause());
        }
    }

    /** One application that was made in memory; what cannot be kept of it goes to {@code rejections}. */
    public TokenisedApplication tokenise(Application application, RejectionSink rejections) {
        return tokenise(application, OptionalLong.empty(), rejections);
    }

    private TokenisedApplication tokenise(Application application, OptionalLong learnedAt, RejectionSink rejections) {
        var notes = new Notes();
        TokenisedApplication tokenised = tokeniser.application(application, learnedAt, notes);
        notes.rejections().forEach(rejections::reject);
        return tokenised;
    }

    /**
     * One application as JSON, as a line of a file or a request body has it.
     *
     * @param recordedAt when we learn it, milliseconds since 1970 UTC; empty for the times in the application itself
     * @throws RingsightException INVALID_REQUEST when it has no usable account_id, created_at or identifiers, or more than
     *     {@value #MOST_IDENTIFIERS} of these
     */
    public TokenisedApplication tokenise(byte[] json, OptionalLong recordedAt, RejectionSink rejections) {
        List<Rejection> found = new ArrayList<>();
        Application application = ApplicationJson.parse(json, new Origin("", 1), found)
                .orElseThrow(() ->
                        unusable("The application", found.getFirst(), "account_id, created_at and identifiers are"));
        bounded(application.identifiers().size());
        found.forEach(rejections::reject);
        return tokenise(application, recordedAt, rejections);
    }

    /** What an account that is known presented later, tokenised. */
    public record TokenisedSightings(String accountId, List<SightingRecord> sightings) {
        public TokenisedSightings {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * Further identifiers of a known account as JSON, as a request body has it.
     *
     * @param recordedAt when we learn it, and when it was seen where the body does not say, milliseconds since 1970 UTC
     * @throws RingsightException INVALID_REQUEST when it has no usable account_id or identifiers, or more than
     *     {@value #MOST_IDENTIFIERS} of these
     */
    public TokenisedSightings sightings(byte[] json, long recordedAt, RejectionSink rejections) {
        List<Rejection> found = new ArrayList<>();
        LateSightings late = ApplicationJson.parseSightings(json, new Origin("", 1), found)
                .orElseThrow(() -> unusable("The body", found.getFirst(), "account_id and identifiers are"));
        bounded(late.identifiers().size());
        var notes = new Notes();
        found.forEach(notes::reject);
        List<SightingRecord> sightings = new ArrayList<>();
        for (PresentedIdentifier identifier : late.identifiers()) {
            sightings.addAll(tokeniser.late(
                    new LateIdentifier(late.accountId(), identifier), OptionalLong.of(recordedAt), notes));
        }
        notes.rejections().forEach(rejections::reject);
        return new TokenisedSightings(late.accountId(), sightings);
    }

    private static RingsightException unusable(String what, Rejection first, String required) {
        String field = first.origin().field();
        return new RingsightException(
                ErrorCode.INVALID_REQUEST,
                (field.isEmpty() ? what : field) + " " + first.reason() + ".",
                "Maybe see the contract: " + required + " required.");
    }

    private static void bounded(int identifiers) {
        if (identifiers > MOST_IDENTIFIERS) {
            throw new RingsightException(
                    ErrorCode.INVALID_REQUEST,
                    "identifiers holds " + identifiers + ", more than " + MOST_IDENTIFIERS + ".",
                    "Maybe send those that the applicant presents itself.");
        }
    }
}
