package io.ringsight.gnn.pytorch;

/**
 * How PyTorch is to run.
 *
 * @param device where tensors live
 * @param threads threads one operation may use; results do not depend on it
 */
public record TorchSettings(TorchDevice device, int threads) {
    /**
     * CUDA when there is one, else CPU. Up to four threads if the environment says {@code OMP_WAIT_POLICY=PASSIVE}, else
     * one: waiting threads that spin cost several times the work when cores are busy.
     */
    public static final TorchSettings DEFAULT = new TorchSettings(TorchDevice.AUTO, defaultThreads());

    public TorchSettings {
        if (threads < 1 || threads > 1024) {
            throw new IllegalArgumentException("Threads must be 1 to 1024, not " + threads + ".");
        }
    }

    /** The same on another device. */
    public TorchSettings on(TorchDevice other) {
        return new TorchSettings(other, threads);
    }

    private static int defaultThreads() {
        boolean passive = "PASSIVE".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY"));
        return passive ? Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4) : 1;
    }
}
