package io.ringsight.gnn.model;

import io.ringsight.gnn.graph.FeatureSchema;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** A {@link GraphModel} as a {@link SealedFile}: what is read is what was written, to the bit. */
public final class ModelFile {
    private static final String KIND = "RSGRAPH1";

    private ModelFile() {}

    /** Over an older one. */
    public static void write(GraphModel model, Path file) {
        SealedFile.write(file, KIND, out -> write(model, out));
    }

    /** @throws io.ringsight.ingest.error.RingsightException when it is missing, cut short or something else */
    public static GraphModel read(Path file) {
        return SealedFile.read(file, KIND, ModelFile::read);
    }

    /** Into a larger file. */
    public static void write(GraphModel model, DataOutputStream out) throws IOException {
        SealedFile.writeWords(out, model.schema().relations());
        SealedFile.writeWords(out, model.schema().pairs());
        SealedFile.writeWords(out, model.schema().accounts());
        out.writeInt(model.shape().width());
        out.writeInt(model.shape().layers());
        SealedFile.writeFloats(out, model.scaler().mean());
        SealedFile.writeFloats(out, model.scaler().factor());
        SealedFile.writeFloats(out, model.parameters());
        out.writeLong(model.seed());
        out.writeLong(model.trainedTo());
        out.writeDouble(model.shareOfFraud());
    }

    /** From a larger file. */
    public static GraphModel read(DataInputStream in) throws IOException {
        var schema = new FeatureSchema(SealedFile.readWords(in), SealedFile.readWords(in), SealedFile.readWords(in));
        var shape = ModelShape.of(schema, in.readInt(), in.readInt());
        var scaler = new Scaler(SealedFile.readFloats(in), SealedFile.readFloats(in));
        return new GraphModel(
                schema, shape, scaler, SealedFile.readFloats(in), in.readLong(), in.readLong(), in.readDouble());
    }
}
