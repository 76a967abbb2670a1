package io.ringsight.gnn.training;

import io.ringsight.gnn.graph.GraphView;

/**
 * A view and what is known of its accounts, by account number of the view.
 *
 * @param labels all that may be learned from: also labels learned after the moment of the view, as targets alone
 */
public record TrainingView(GraphView view, LabelColumns labels) {
    public TrainingView {
        if (labels.verdict().length != view.graph().accountCount()) {
            throw new IllegalArgumentException("There are labels for " + labels.verdict().length + " accounts of "
                    + view.graph().accountCount() + ".");
        }
    }
}
