package io.ringsight.ingest.intake;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came in and what did not.
 *
 * @param applications applications handed on, revisions and repetitions among them
 * @param sightings sightings handed on
 * @param unverified identifiers kept as exact text, by type, only types that have some
 * @param rejectedRecords whole records left out
 * @param rejectedIdentifiers identifiers left out of records that were kept
 * @param rejectedFields optional fields left out of records that were kept
 */
public record IntakeReport(
        long applications,
        long sightings,
        Map<String, Long> unverified,
        long rejectedRecords,
        long rejectedIdentifiers,
        long rejectedFields) {
    public IntakeReport {
        unverified = Collections.unmodifiableMap(new TreeMap<>(unverified));
    }

    /** Everything that was left out: more than 0 means exit code 3. */
    public long rejections() {
        return rejectedRecords + rejectedIdentifiers + rejectedFields;
    }
}
