package io.ringsight.gnn.pytorch;

/** Which device is asked for. */
public enum TorchDevice {
    /** CUDA when DJL sees one, else CPU. */
    AUTO,
    CPU,
    CUDA
}
