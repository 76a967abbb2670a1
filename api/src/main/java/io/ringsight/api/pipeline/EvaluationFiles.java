package io.ringsight.api.pipeline;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of an evaluation.
 *
 * @param applications a file, or a folder in the CSV form
 * @param labels what is known of some accounts, if anything is
 */
public record EvaluationFiles(Path applications, Optional<Path> labels, Path truth) {
    private static final List<String> APPLICATIONS =
            List.of("applications.jsonl", "applications.jsonl.gz", "applications.parquet");

    /** What {@code simulate} writes, and what a folder in the CSV form holds beside {@code accounts.csv}. */
    public static EvaluationFiles in(Path folder) {
        Path applications = applicationsIn(folder);
        Path truth = folder.resolve("truth.csv");
        if (!Files.exists(truth)) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "There is no " + truth + ".",
                    "Maybe this is no folder for evaluation: it needs the truth about its accounts.");
        }
        return new EvaluationFiles(applications, labelsIn(folder), truth);
    }

    /** The same without labels: nobody is trained with any, and everybody is scored. */
    public EvaluationFiles withoutLabels() {
        return new EvaluationFiles(applications, Optional.empty(), truth);
    }

    static Optional<Path> labelsIn(Path folder) {
        return Optional.of(folder.resolve("labels.csv")).filter(Files::exists);
    }

    static Path applicationsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "There is no folder " + folder + ".",
                    "Maybe the path is mistyped, or the folder is yet to be made with simulate.");
        }
        return APPLICATIONS.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .or(() -> Files.exists(folder.resolve("accounts.csv")) ? Optional.of(folder) : Optional.empty())
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.INPUT_UNREADABLE,
                        "There are no applications in " + folder + ".",
                        "Maybe name them applications.jsonl, applications.jsonl.gz or applications.parquet, or"
                                + " accounts.csv with identifiers.csv."));
    }
}
