package io.ringsight.detect.risk.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoostedTreesTest {
    /** A process that judges by a model and has taught none: the library is loaded by nobody else. */
    @Test
    void judgesInAProcessThatHasTaughtNothing(@TempDir Path folder) throws IOException, InterruptedException {
        float[] column = new float[200];
        byte[] labels = new byte[column.length];
        int[] accounts = new int[column.length];
        for (int account = 0; account < column.length; account++) {
            column[account] = account;
            labels[account] = (byte) (account % 200 < 100 ? 1 : -1);
            accounts[account] = account;
        }
        var table = new FeatureTable(List.of("number"), new float[][] {column});
        var trees = BoostedTrees.of(
                new BoostedTrees.Sample(table, accounts, labels),
                new TreeParameters(4, 5, 0.9, 1, 0),
                1,
                5,
                Progress.silent());
        Path model = Files.writeString(folder.resolve("model.txt"), trees.text());
        Process judge = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Judge.class.getName(),
                        model.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(judge.getInputStream().readAllBytes());
        assertThat(judge.waitFor()).as(said).isZero();
        double[] here = trees.logOdds(table, new int[] {3, 150});
        assertThat(said.lines().toList()).last().isEqualTo(here[0] + " " + here[1]);
        assertThat(here[0]).isGreaterThan(here[1]);
    }

    /** Another process. */
    static final class Judge {
        private Judge() {}

        public static void main(String[] words) throws IOException {
            var trees = new BoostedTrees(Files.readString(Path.of(words[0])), 5, 0);
            var table = new FeatureTable(List.of("number"), new float[][] {{3, 150}});
            double[] said = trees.logOdds(table, new int[] {0, 1});
            System.out.println(said[0] + " " + said[1]);
        }
    }
}
