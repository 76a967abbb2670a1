package io.ringsight.api.pipeline;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.evaluation.DoorReplay;
import io.ringsight.detect.evaluation.DoorScores;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Intake;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountTruth;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import io.ringsight.ingest.source.RejectionSink;
import io.ringsight.ingest.source.TruthReader;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lets the applicants of a folder come to the door in order, and scores what a check says of each. */
public final class FileDoor {
    private final IdentifierTypes types;

    public FileDoor(IdentifierTypes types) {
        this.types = types;
    }

    /**
     * @param folder with applications, truth and labels where there are some
     * @param from applicants created after this are checked, milliseconds since 1970 UTC
     * @param every time between detections
     * @param labels whether labels are used
     * @param networks that judge applicants too; empty for none
     */
    public DoorScores run(
            Path folder,
            long from,
            Duration every,
            boolean labels,
            Optional<DoorReplay.Networks> networks,
            DetectionParameters parameters,
            Progress progress) {
        var files = EvaluationFiles.in(folder);
        var applications = new Collected();
        new Intake(types, KeySets.ephemeral(types), Vault.off())
                .run(List.of(files.applications()), applications, RejectionSink.none(), progress);
        List<AccountTruth> truths = TruthReader.read(files.truth(), RejectionSink.none());
        List<AccountLabel> known =
                labels ? new EvaluationInput(types, RejectionSink.none()).labels(files.labels()) : List.of();
        List<DoorReplay.Asked> asked =
                DoorReplay.of(types, parameters, applications.taken, known, networks, from, every.toMillis(), progress);
        if (asked.isEmpty()) {
            throw new RingsightException(
                    ErrorCode.USAGE, "No account was created after the split.", "Maybe choose an earlier --split.");
        }
        List<String> before = applications.taken.stream()
                .map(TokenisedApplication::account)
                .filter(account -> account.createdAt() <= from)
                .sorted(Comparator.comparingLong(account -> account.createdAt()))
                .map(account -> account.accountId())
                .toList();
        return DoorScores.of(asked, truths, before);
    }

    /** Applications, each once. */
    private static final class Collected implements TokenisedSink {
        private final List<TokenisedApplication> taken = new ArrayList<>();

        @Override
        public void application(TokenisedApplication application) {
            taken.add(application);
        }

        @Override
        public boolean knows(String accountId) {
            return false;
        }

        @Override
        public void sightings(List<SightingRecord> sightings) {
            throw new UnsupportedOperationException("Sightings of accounts that are not there.");
        }
    }
}
