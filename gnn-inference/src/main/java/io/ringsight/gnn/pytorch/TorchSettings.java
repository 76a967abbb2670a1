package io.ringsight.gnn.pytorch;

/**
 * How PyTorch is to run.
 *
 * @param device where tensors live
 * @param threads threads one operation may use; results do not depend on it
 */
public record TorchSettings(TorchDevice device, int threads) {
    /** CUDA when there is one, else CPU; up to four threads. */
    public static final TorchSettings DEFAULT =
            new TorchSettings(TorchDevice.AUTO, Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));

    public TorchSettings {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("Threads must be 1 to 1024, not " + threads + ".");
        }
    }
}
