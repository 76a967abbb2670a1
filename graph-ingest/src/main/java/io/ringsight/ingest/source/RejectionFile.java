package io.ringsight.ingest.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code rejected.jsonl}: one JSON object a rejection with {@code file}, {@code line}, {@code account_id} when known, {@code
 * field} and {@code reason}. The file exists, if empty, from the start. Not thread-safe.
 */
public final class RejectionFile implements RejectionSink, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final Path path;
    private final JsonGenerator json;

    /** Creates the file, or empties it. */
    public RejectionFile(Path path) {
        this.path = path;
        try {
            json = JSON.createGenerator(Files.newBufferedWriter(path)).setRootValueSeparator(null);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void reject(Rejection rejection) {
        try {
            json.writeStartObject();
            json.writeStringField("file", rejection.origin().file());
            json.writeNumberField("line", rejection.origin().line());
            Optional<String> accountId = rejection.accountId();
            if (accountId.isPresent()) {
                json.writeStringField("account_id", accountId.get());
            }
            json.writeStringField("field", rejection.origin().field());
            json.writeStringField("reason", rejection.reason());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private RingsightException unwritable(IOException e) {
        return new RingsightException(
                ErrorCode.OUTPUT_UNWRITABLE,
                "Cannot write " + path + ".",
                "Maybe the disk is full or the folder is read-only.",
                e);
    }
}
