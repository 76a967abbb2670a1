package io.ringsight.api.decision;

import io.ringsight.api.pipeline.Installation;
import java.nio.file.Path;

/** Where an installation keeps what it decided, and by which policies. */
record Records(Path decisions, int retentionDays, PolicyArchive policies) {

    static Records of(Installation installation) {
        return new Records(
                installation.data().resolve("decisions"),
                DecisionLogSettings.read(installation.configurationFile()).retentionDays(),
                new PolicyArchive(installation.data().resolve("policies")));
    }

    DecisionLog openLog() {
        return DecisionLog.open(decisions, retentionDays);
    }

    DecisionFiles files() {
        return new DecisionFiles(decisions);
    }
}
