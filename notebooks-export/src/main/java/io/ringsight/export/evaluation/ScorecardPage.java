package io.ringsight.export.evaluation;

import io.ringsight.detect.evaluation.EvaluationFacts;
import io.ringsight.detect.evaluation.Period;
import io.ringsight.detect.evaluation.PeriodFacts;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.export.json.JsonText;
import io.ringsight.gnn.metric.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code report.html}: one page that needs nothing from anywhere else. Everything from the data is escaped. */
public final class ScorecardPage {
    private final Scorecard card;
    private final RunFacts run;
    private final StringBuilder html = new StringBuilder(1 << 18);

    private ScorecardPage(Scorecard card, RunFacts run) {
        this.card = card;
        this.run = run;
    }

    public static String of(Scorecard card, RunFacts run) {
        var page = new ScorecardPage(card, run);
        page.head();
        page.summary();
        page.curves();
        page.calibration();
        page.patterns();
        page.replay();
        page.errors();
        page.facts();
        page.foot();
        return page.html.toString();
    }

    private void head() {
        html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'; script-src 'unsafe-inline'\">")
                .append("<title>Ringsight: evaluation</title>\n<style>")
                .append(Resources.text("vendor/uPlot-1.6.32.min.css"))
                .append(Resources.text("report.css"))
                .append("</style></head><body>\n<h1>Ringsight: evaluation</h1>\n");
        EvaluationFacts facts = card.facts();
        String trained = facts.asOf().isPresent()
                ? "Trained as of " + time(facts.asOf().getAsLong()) + " with "
                        + (facts.labelled()
                                ? "the labels of " + number(facts.labelsUsed()) + " accounts. "
                                : "no label. ")
                : "";
        html.append("<p>")
                .append(Html.text(trained))
                .append(Html.text("Scored: %s of %s accounts, %s of them fraudulent, in %s true rings."
                        .formatted(
                                number(facts.scored()),
                                number(facts.accounts()),
                                number(facts.fraud()),
                                number(facts.trueRings()))))
                .append("</p>\n");
        if (!card.warnings().isEmpty()) {
            html.append("<ul class=\"warnings\">");
            card.warnings()
                    .forEach(warning ->
                            html.append("<li>").append(Html.text(warning)).append("</li>"));
            html.append("</ul>\n");
        }
    }

    private void summary() {
        var tables = new SummaryTables(card);
        section("How good are the rings and the ranking");
        soft(
                "Small figures: 90 % bootstrap interval, and the share of what the oracle reaches, which knows the truth but may use"
                        + " only what connects accounts. Bold: best but for the oracle. A ring counts as risky from risk 0.5.");
        soft(
                "Intervals draw rings whole and honest accounts one by one, although these come in households: those of honest in"
                        + " risky rings and of recall at a false-positive rate are somewhat too narrow.");
        soft(
                card.facts().reachableTold()
                        ? "Rankings can pass 100 % of the oracle: it ranks lone fraud, and members that nothing connects, like the"
                                + " honest. Rings hardly can."
                        : "Rankings can pass 100 % of the oracle: it ranks lone fraud, and members that nothing connects, like the"
                                + " honest. Rings can too, as the truth does not tell who is reachable.");
        for (Period period : shown()) {
            heading("Risky rings, " + words(period));
            html.append(tables.rings(period));
            heading("Ranking of accounts, " + words(period));
            prevalence(period);
            html.append(tables.accounts(period));
        }
        heading("Every predicted ring, risky or not, and links from probability 0.5; all scored accounts");
        html.append(tables.rest(Period.ALL));
        if (card.systems().stream().anyMatch(system -> !system.lead().isEmpty())) {
            for (Period period : shown()) {
                heading("The product minus its opponents, " + words(period));
                html.append(tables.leads(period));
            }
            soft("Paired on the same replicates. Green and red: the whole interval is on one side of 0.");
        }
    }

    private void prevalence(Period period) {
        PeriodFacts facts = card.facts().periods().get(period);
        if (facts != null && facts.fraudShare() instanceof Measure.Value(double share)) {
            soft(String.format(
                    Locale.ROOT,
                    "%s accounts are scored here, %.2f %% of them fraudulent: what AUPRC and precision reach by chance. It is"
                            + " not the share in the population, as accounts with a label that training knew are not scored.",
                    number(facts.scored()),
                    share * 100));
        }
    }

    private List<Period> shown() {
        return card.periods().stream()
                .sorted(Comparator.comparing(ScorecardPage::place))
                .toList();
    }

    /** Out of time first: it is what counts. */
    private static int place(Period period) {
        return switch (period) {
            case AFTER -> 0;
            case ALL -> 1;
            case BEFORE -> 2;
        };
    }

    private static String words(Period period) {
        return switch (period) {
            case AFTER -> "accounts created after the training";
            case ALL -> "all scored accounts";
            case BEFORE -> "accounts created before the training";
        };
    }

    private void curves() {
        section("Curves");
        soft("Over all scored accounts.");
        html.append("<div class=\"charts\">");
        chart("roc", "Receiver operating characteristic");
        chart("precision-recall", "Precision and recall");
        html.append("</div>\n");
    }

    private void calibration() {
        Period period = card.calibrated();
        section("Calibration, " + words(period));
        soft("A slope of 1 and an intercept of 0 are right; a slope below 1 is too bold. ECE is reported only: at low"
                + " prevalence a constant scores well on it. Calibration holds for a share of fraud: dropping labelled accounts"
                + " changes it, most of all before the training. metrics.json has every period.");
        prevalence(period);
        html.append("<div class=\"charts\">");
        chart("reliability", "Reliability: observed against predicted");
        html.append("<div>").append(new SummaryTables(card).calibration(period)).append("</div></div>\n");
        var tables = new DetailTables(card);
        html.append(tables.decisionRanges(period));
        if (tables.anyLinkCalibration(period)) {
            heading("Links: probability of common control, over every pair that was weighed");
            soft(
                    "A pair counts after the training when one of its accounts was created later, and only when neither account's"
                            + " label was given. Intervals draw rings and honest persons whole, everybody else alone.");
            html.append(tables.linkCalibration(period));
        }
    }

    private void patterns() {
        var tables = new DetailTables(card);
        if (!tables.anyPattern(true) && !tables.anyPattern(false)) {
            return;
        }
        section("By pattern");
        soft(
                "Scored accounts of all periods; metrics.json has each period. Precision has no pattern: whom a false merge belongs to is not known.");
        if (tables.anyPattern(true)) {
            heading("Fraud: members found together (B³ recall over risky rings)");
            html.append(tables.membersFound());
            heading("Fraud: rings of which two members stand in one risky ring");
            html.append(tables.ringsFound());
            heading("Fraud: accounts found (risk from 0.5; in a risky ring, where risk is no probability)");
            html.append(tables.accountsFound());
        }
        if (tables.anyPattern(false)) {
            heading("Honest: cleared (neither found fraudulent nor in a risky ring)");
            html.append(tables.cleared());
        }
    }

    private void replay() {
        var tables = new DetailTables(card);
        if (!tables.anyReplay()) {
            return;
        }
        section("How early");
        List<Long> times = card.facts().replayTimes();
        soft(
                "The growing graph was judged at %d times, about every %s, without training again. Rings whose second member"
                                .formatted(times.size(), gap(times))
                        + " came after the training count; a ring is flagged when one risky ring holds two of its members. Between"
                        + " two times nothing can be flagged: with steps closer together every system is earlier. Whoever draws everybody into risky rings is early too: see the"
                        + " honest in risky rings.");
        html.append("<div class=\"charts\">");
        chart("replay", "Ring recall at the k-th member");
        html.append("</div>\n");
        html.append(tables.replay());
    }

    private static String gap(List<Long> times) {
        if (times.size() < 2) {
            return "0 days";
        }
        double days =
                (times.get(1) - times.get(0)) / (double) Duration.ofDays(1).toMillis();
        return String.format(Locale.ROOT, "%.1f days", days);
    }

    private void errors() {
        var tables = new DetailTables(card);
        section("Worst errors of the product");
        heading("Risky rings that join who does not belong together");
        html.append(card.falseMerges().isEmpty() ? "<p>None.</p>" : tables.falseMerges());
        heading("Links it was surest of, between accounts of no common ring");
        html.append(card.falseLinks().isEmpty() ? "<p>None.</p>" : tables.falseLinks());
        heading("Links it missed most, between accounts under common control that something connects");
        soft(
                "One pair a ring or honest person: the one it came nearest to linking. None: it kept no link of the pair and, where it"
                        + " tells every pair it weighed, never weighed it.");
        html.append(card.missedLinks().isEmpty() ? "<p>None.</p>" : tables.missedLinks());
    }

    private void facts() {
        section("How this came about");
        html.append("<dl>");
        run.asMap().forEach(this::fact);
        EvaluationFacts facts = card.facts();
        fact("prior", Double.toString(facts.prior()));
        fact("seed", Long.toString(facts.seed()));
        fact("bootstrap replicates", number(facts.replicates()));
        facts.end().ifPresent(end -> fact("data until", time(end)));
        fact("labels", facts.labelled() ? "of " + number(facts.labelsUsed()) + " accounts" : "none");
        fact("labels learned later, not used", number(facts.labelsLater()));
        for (SystemScores system : card.systems()) {
            if (system.failure().isEmpty() && system.trainMillis() + system.judgeMillis() > 0) {
                fact(
                        system.system(),
                        String.format(
                                Locale.ROOT,
                                "trained in %.1f s, judged in %.1f s",
                                system.trainMillis() / 1000.0,
                                system.judgeMillis() / 1000.0));
            }
        }
        html.append("</dl>\n");
        judging();
        soft("Charts: uPlot 1.6.32, MIT License, Copyright (c) 2022 Leon Sorokin.");
    }

    private void judging() {
        if (card.facts().asOf().isPresent() && card.system("ringsight").isPresent()) {
            String time = time(card.facts().asOf().getAsLong());
            soft(
                    "The product, its variants, and opponents whose name begins with gds, read the snapshot anew when they judge, with accounts and"
                            + " sightings newer than the training; labels are those of " + time
                            + ". What they learn without labels"
                            + " counts as judging, so that their training takes next to no time.");
        }
    }

    private void fact(String name, String value) {
        html.append("<dt>")
                .append(Html.text(name))
                .append("</dt><dd>")
                .append(Html.text(value))
                .append("</dd>");
    }

    private void foot() {
        html.append("<script type=\"application/json\" id=\"data\">")
                .append(Html.json(JsonText.line(ChartData.of(card))))
                .append("</script>\n<script>")
                .append(Resources.text("vendor/uPlot-1.6.32.iife.min.js"))
                .append("</script>\n<script>")
                .append(Resources.text("report.js"))
                .append("</script>\n</body></html>\n");
    }

    private void chart(String id, String title) {
        html.append("<figure><figcaption>")
                .append(Html.text(title))
                .append("</figcaption><div class=\"chart\" id=\"")
                .append(id)
                .append("\"></div></figure>");
    }

    private void section(String title) {
        html.append("<h2>").append(Html.text(title)).append("</h2>\n");
    }

    private void heading(String title) {
        html.append("<h3>").append(Html.text(title)).append("</h3>\n");
    }

    private void soft(String text) {
        html.append("<p class=\"soft\">").append(Html.text(text)).append("</p>\n");
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
