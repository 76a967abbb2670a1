package io.ringsight.api.cli;

import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSession;
import io.ringsight.gnn.pytorch.TorchSettings;
import picocli.CommandLine.Option;

/** What PyTorch runs on. */
final class TorchOptions {
    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda",
            description =
                    "What PyTorch runs on (default auto: CUDA where there is one); cuda fails where there is none.")
    private TorchDevice device = TorchDevice.AUTO;

    TorchSettings settings() {
        return TorchSettings.DEFAULT.on(device());
    }

    /** Fails before any work is done when a device is asked for that is not there. */
    TorchDevice device() {
        TorchSession.require(device);
        return device;
    }
}
