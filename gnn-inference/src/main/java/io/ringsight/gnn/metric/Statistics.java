package io.ringsight.gnn.metric;

import java.util.List;

/** Some measures of one sample, always as many and in the same order. Thread-safe. */
@FunctionalInterface
public interface Statistics {
    /** @param weight double[accounts]: how often each account is there; only valid during the call, and not to be written */
    List<Measure> measure(double[] weight);
}
