package io.ringsight.detect.risk.learned;

import io.ringsight.detect.risk.learner.BoostedTrees;
import io.ringsight.detect.risk.learner.LogisticRegression;
import io.ringsight.gnn.model.GraphModel;
import io.ringsight.gnn.model.ModelFile;
import io.ringsight.gnn.pytorch.TorchSettings;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A {@link LearnedRisk} as bytes: equal risks, equal bytes. */
public final class LearnedRiskFormat {
    private LearnedRiskFormat() {}

    public static void write(LearnedRisk risk, DataOutputStream out) throws IOException {
        AccountModel accounts = risk.accounts();
        out.writeInt(accounts.columns().size());
        for (String column : accounts.columns()) {
            out.writeUTF(column);
        }
        out.writeInt(accounts.trees().size());
        for (BoostedTrees trees : accounts.trees()) {
            byte[] text = trees.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
            out.writeInt(trees.trees());
            out.writeDouble(trees.validation());
        }
        write(accounts.correction(), out);
        out.writeDouble(accounts.moved());
        out.writeDouble(accounts.share());
        out.writeBoolean(risk.rings().isPresent());
        if (risk.rings().isPresent()) {
            write(risk.rings().get().correction(), out);
            out.writeDouble(risk.rings().get().share());
        }
        out.writeInt(risk.folds().byHash().size());
        for (Map.Entry<Long, Integer> fold : new TreeMap<>(risk.folds().byHash()).entrySet()) {
            out.writeLong(fold.getKey());
            out.writeByte(fold.getValue());
        }
        out.writeInt(risk.networks().models().size());
        for (GraphModel model : risk.networks().models()) {
            ModelFile.write(model, out);
        }
        out.writeBoolean(risk.applicants().isPresent());
        if (risk.applicants().isPresent()) {
            ApplicantModel applicants = risk.applicants().get();
            ModelFile.write(applicants.network(), out);
            write(applicants.correction(), out);
            out.writeDouble(applicants.moved());
            out.writeDouble(applicants.share());
        }
        out.writeDouble(risk.prior());
    }

    public static LearnedRisk read(DataInputStream in) throws IOException {
        var columns = new ArrayList<String>();
        int width = in.readInt();
        for (int i = 0; i < width; i++) {
            columns.add(in.readUTF());
        }
        var trees = new ArrayList<BoostedTrees>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            trees.add(new BoostedTrees(text, in.readInt(), in.readDouble()));
        }
        var accounts = new AccountModel(columns, trees, correction(in), in.readDouble(), in.readDouble());
        Optional<RingModel> rings =
                in.readBoolean() ? Optional.of(new RingModel(correction(in), in.readDouble())) : Optional.empty();
        var folds = new HashMap<Long, Integer>();
        int taught = in.readInt();
        for (int i = 0; i < taught; i++) {
            long hash = in.readLong();
            folds.put(hash, (int) in.readByte());
        }
        var networks = new ArrayList<GraphModel>();
        int models = in.readInt();
        for (int i = 0; i < models; i++) {
            networks.add(ModelFile.read(in));
        }
        Optional<ApplicantModel> applicants = in.readBoolean()
                ? Optional.of(new ApplicantModel(ModelFile.read(in), correction(in), in.readDouble(), in.readDouble()))
                : Optional.empty();
        return new LearnedRisk(
                accounts,
                rings,
                new Folds(folds),
                new NetworkFolds(networks, TorchSettings.DEFAULT),
                applicants,
                in.readDouble());
    }

    private static void write(Correction correction, DataOutputStream out) throws IOException {
        LogisticRegression regression = correction.regression();
        for (double[] values : List.of(regression.mean(), regression.scale(), regression.weights())) {
            out.writeInt(values.length);
            for (double value : values) {
                out.writeDouble(value);
            }
        }
    }

    private static Correction correction(DataInputStream in) throws IOException {
        return new Correction(new LogisticRegression(doubles(in), doubles(in), doubles(in)));
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
