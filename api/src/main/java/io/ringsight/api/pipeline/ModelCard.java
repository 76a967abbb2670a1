package io.ringsight.api.pipeline;

import io.ringsight.detect.registry.ModelBundle;
import io.ringsight.detect.registry.ModelTraining;
import io.ringsight.detect.registry.Rivalry;
import io.ringsight.gnn.training.LearningPoint;
import io.ringsight.ingest.progress.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A model in words for people. M. Mitchell et al.: Model cards for model reporting, FAT* 2019, section 4.
 */
final class ModelCard {
    private ModelCard() {}

    static String of(ModelTraining.Trained trained) {
        ModelBundle bundle = trained.bundle();
        ModelBundle.Origin origin = bundle.origin();
        int networks = bundle.model().risk().networks().models().size();
        return String.format(
                        Locale.ROOT,
                        """
                # Model %s

                **What it is.** Boosted trees (LightGBM, %,d a fold, four folds of rings) over %,d columns%s, corrected on top of the evidence's
                log odds by a logistic regression; the same for rings as a whole. Rules of evidence: %s.

                **What it is for.** The probability that an account, or a ring, is fraudulent, for people who decide. It is not to decide alone.

                **What it was taught.** Snapshot %s, labels known by %s: %,d fraud, %,d legit. Seed %d. Fraud is taken to be %.2f %% of all accounts.

                **How it did.** %s

                **What to beware of.** Labels are partial and late: what was never labelled was never taught. The comparison above is on labelled
                accounts, which are not like all accounts. Attacks that are new share nothing with what it was taught; evidence alone still sees them.
                Money at stake and the hour of an application are among the columns; country, gender and origin are not.
                """,
                        bundle.model().id(),
                        origin.trees(),
                        bundle.model().risk().columns().size(),
                        networks == 0 ? "" : " and, beside them, " + networks + " graph networks",
                        origin.rules(),
                        origin.snapshot(),
                        Instant.ofEpochMilli(origin.asOf()),
                        origin.fraud(),
                        origin.legit(),
                        origin.seed(),
                        100 * bundle.model().risk().prior(),
                        howItDid(bundle))
                + curves(trained.curves());
    }

    /** How the networks learned, a line each epoch; none without networks. */
    private static String curves(List<List<LearningPoint>> curves) {
        if (curves.isEmpty()) {
            return "";
        }
        var table = new StringBuilder("""

                **How the networks learned.** Loss in nats an example; held is on the accounts created last, which are not learned from until the refit.

                | network | phase | epoch | loss | held |
                |---|---|---|---|---|
                """);
        for (int network = 0; network < curves.size(); network++) {
            for (LearningPoint point : curves.get(network)) {
                table.append(String.format(
                        Locale.ROOT,
                        "| %d | %s | %d | %.4f | %s |%n",
                        network,
                        point.phase().name().toLowerCase(Locale.ROOT),
                        point.epoch(),
                        point.loss(),
                        Double.isNaN(point.validation())
                                ? ""
                                : String.format(Locale.ROOT, "%.4f", point.validation())));
            }
        }
        return table.toString();
    }

    /** A sentence with the numbers. */
    static String howItDid(ModelBundle bundle) {
        Rivalry rivalry = bundle.rivalry();
        if (!rivalry.tells()) {
            return "Too few labels came last to say how well it does.";
        }
        Rivalry.Comparison compared = rivalry.compare(Progress.silent());
        return String.format(
                Locale.ROOT,
                "On the %,d labelled accounts created last, %,d of them fraud, taught only what came before: average precision %.3f, against"
                        + " %.3f of %s (%+.3f, 90 %% interval %+.3f to %+.3f).",
                compared.accounts(),
                compared.frauds(),
                compared.candidate(),
                compared.incumbent(),
                rivalry.incumbent().equals(Rivalry.EVIDENCE) ? "evidence alone" : rivalry.incumbent(),
                compared.lead(),
                compared.low(),
                compared.high());
    }
}
