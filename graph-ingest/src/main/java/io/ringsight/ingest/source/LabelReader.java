package io.ringsight.ingest.source;

import io.ringsight.ingest.record.AccountLabel;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code labels.csv}: {@code account_id,label,labelled_at}; more columns are ignored. */
public final class LabelReader {
    private LabelReader() {}

    /** The labels by account id, rejected rows left out; of several for one account the latest. */
    public static List<AccountLabel> read(Path file) {
        return read(file, RejectionSink.none());
    }

    /** The labels by account id; of several for one account the latest. */
    public static List<AccountLabel> read(Path file, RejectionSink rejections) {
        throw new UnsupportedOperationException("not yet");
    }
}
