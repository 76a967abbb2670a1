package io.ringsight.ingest.intake;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import io.ringsight.ingest.source.Application;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads files, normalises and tokenises on all cores, and feeds a sink in the order of the files: what comes out does not
 * depend on the number of threads. Thread-safe.
 */
public final class Intake {
    public Intake(IdentifierTypes types, KeySets keys, Vault vault) {}

    /**
     * Takes in files and folders, one after the other. When a file breaks off, what was good before it has reached the sink
     * by the time this throws.
     */
    public IntakeReport run(List<Path> paths, TokenisedSink sink, RejectionSink rejections, Progress progress) {
        throw new UnsupportedOperationException("not yet");
    }

    /** One application that was made in memory; identifiers that cannot be kept go to {@code rejections}. */
    public TokenisedApplication tokenise(Application application, RejectionSink rejections) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * One application as JSON, as a line of a file or a request body has it.
     *
     * @param recordedAt when we learn it, milliseconds since 1970 UTC; empty for the times in the application itself
     * @throws io.ringsight.ingest.error.RingsightException INVALID_REQUEST when it has no usable account_id, created_at or
     *     identifiers
     */
    public TokenisedApplication tokenise(byte[] json, OptionalLong recordedAt, RejectionSink rejections) {
        throw new UnsupportedOperationException("not yet");
    }
}
