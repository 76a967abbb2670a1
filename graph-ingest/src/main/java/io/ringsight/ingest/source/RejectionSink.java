package io.ringsight.ingest.source;

/** Where rejections go. Called from one thread, in the order of the files. */
@FunctionalInterface
public interface RejectionSink {
    void reject(Rejection rejection);

    /** Forgets them; the report still counts them. */
    static RejectionSink none() {
        return rejection -> {};
    }
}
