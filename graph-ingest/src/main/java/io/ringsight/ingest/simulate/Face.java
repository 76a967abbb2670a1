package io.ringsight.ingest.simulate;

/**
 * A face as {@link FaceSpace} sees it.
 *
 * @param latent double[dimensions]
 */
record Face(double[] latent) {
    /** Whether the last coordinate is none. */
    boolean isPlain() {
        return latent[latent.length - 1] == 0;
    }
}
