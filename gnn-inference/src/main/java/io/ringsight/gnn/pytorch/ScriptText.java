package io.ringsight.gnn.pytorch;

import io.ringsight.gnn.model.ModelShape;
import io.ringsight.gnn.model.ParameterLayout;

/** TorchScript in the making. Not thread-safe. */
final class ScriptText {
    private final ParameterLayout layout;
    private final StringBuilder text = new StringBuilder();

    ScriptText(ModelShape shape) {
        this.layout = new ParameterLayout(shape);
    }

    void append(String methods) {
        text.append(methods);
    }

    /** The window of a parameter in the flat tensor {@code p}: a vector when it has one row and is a bias or norm. */
    String part(String name) {
        var part = layout.part(name);
        String window = "torch.narrow(p, 0, %d, %d)".formatted(part.start(), part.size());
        boolean vector = part.rows() == 1 && !name.contains("weight");
        return vector ? window : "torch.reshape(%s, [%d, %d])".formatted(window, part.rows(), part.columns());
    }

    void line(String format, Object... arguments) {
        text.append(format.formatted(arguments)).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
