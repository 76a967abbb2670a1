package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.BlockingKind;

/** What near values have in common, before it is hashed. */
public record BlockingText(BlockingKind kind, String text) {
    /** Never shows the text. */
    @Override
    public String toString() {
        return "BlockingText[" + kind + "]";
    }
}
