package io.ringsight.detect.registry;

import io.ringsight.detect.risk.learned.LearnedRisk;
import io.ringsight.detect.risk.learned.LearnedRiskFormat;
import io.ringsight.detect.risk.learned.TrainedModel;
import io.ringsight.gnn.model.SealedFile;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A {@link ModelBundle} as one sealed file: whole or not at all, and refused when it was cut short or changed. */
final class BundleFile {
    private static final String KIND = "RSMODEL2";
    private static final int DIGITS = 12;

    private BundleFile() {}

    static void write(ModelBundle bundle, Path file) {
        SealedFile.write(file, KIND, out -> {
            out.writeUTF(bundle.model().id());
            LearnedRiskFormat.write(bundle.model().risk(), out);
            ModelBundle.Origin origin = bundle.origin();
            out.writeUTF(origin.snapshot());
            out.writeUTF(origin.rules());
            out.writeLong(origin.asOf());
            out.writeLong(origin.seed());
            out.writeInt(origin.fraud());
            out.writeInt(origin.legit());
            out.writeInt(origin.trees());
            write(bundle.rivalry(), out);
        });
    }

    /** @throws io.ringsight.ingest.error.RingsightException when it is missing, cut short or something else */
    static ModelBundle read(Path file) {
        return SealedFile.read(file, KIND, in -> {
            String id = in.readUTF();
            LearnedRisk risk = LearnedRiskFormat.read(in);
            var origin = new ModelBundle.Origin(
                    in.readUTF(), in.readUTF(), in.readLong(), in.readLong(), in.readInt(), in.readInt(), in.readInt());
            return new ModelBundle(new TrainedModel(id, risk), origin, rivalry(in));
        });
    }

    /** Equal numbers, equal name. */
    static String id(LearnedRisk risk) {
        try {
            var bytes = new ByteArrayOutputStream();
            LearnedRiskFormat.write(risk, new DataOutputStream(bytes));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return "M-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Rivalry rivalry, DataOutputStream out) throws IOException {
        out.writeUTF(rivalry.incumbent());
        out.writeInt(rivalry.fraud().length);
        for (int i = 0; i < rivalry.fraud().length; i++) {
            out.writeBoolean(rivalry.fraud()[i]);
            out.writeLong(rivalry.group()[i]);
            out.writeDouble(rivalry.candidateBits()[i]);
            out.writeDouble(rivalry.incumbentBits()[i]);
        }
    }

    private static Rivalry rivalry(DataInputStream in) throws IOException {
        String incumbent = in.readUTF();
        int size = in.readInt();
        boolean[] fraud = new boolean[size];
        long[] group = new long[size];
        double[] candidate = new double[size];
        double[] other = new double[size];
        for (int i = 0; i < size; i++) {
            fraud[i] = in.readBoolean();
            group[i] = in.readLong();
            candidate[i] = in.readDouble();
            other[i] = in.readDouble();
        }
        return new Rivalry(incumbent, fraud, group, candidate, other);
    }
}
