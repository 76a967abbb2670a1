package io.ringsight.api.cli;

import io.ringsight.gnn.pytorch.TorchDevice;
import io.ringsight.gnn.pytorch.TorchSettings;
import picocli.CommandLine.Option;

/** What the network runs on. */
final class TorchOptions {
    @Option(
            names = "--device",
            paramLabel = "auto|cpu|cuda",
            description = "What the network runs on (default auto: CUDA where there is one).")
    private TorchDevice device = TorchDevice.AUTO;

    TorchSettings settings() {
        return new TorchSettings(device, TorchSettings.DEFAULT.threads());
    }
}
