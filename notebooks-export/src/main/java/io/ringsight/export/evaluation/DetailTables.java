package io.ringsight.export.evaluation;

import io.ringsight.detect.evaluation.CalibrationCurves;
import io.ringsight.detect.evaluation.FalseLink;
import io.ringsight.detect.evaluation.FalseMerge;
import io.ringsight.detect.evaluation.LinkCalibration;
import io.ringsight.detect.evaluation.MissedLink;
import io.ringsight.detect.evaluation.PairRange;
import io.ringsight.detect.evaluation.PatternScores;
import io.ringsight.detect.evaluation.Period;
import io.ringsight.detect.evaluation.ReplayScores;
import io.ringsight.detect.evaluation.Scorecard;
import io.ringsight.detect.evaluation.SystemScores;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.export.evaluation.HtmlTable.Figure;
import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.ScoreRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Patterns, replay, calibration in ranges, and the worst errors. */
final class DetailTables {
    private final Scorecard card;

    DetailTables(Scorecard card) {
        this.card = card;
    }

    boolean anyPattern(boolean fraud) {
        return !patterns(fraud).isEmpty();
    }

    boolean anyReplay() {
        return card.systems().stream().anyMatch(system -> system.replay().isPresent());
    }

    String membersFound() {
        return byPattern(true, PatternScores::memberRecall, Figure.SHARE);
    }

    String ringsFound() {
        return byPattern(true, PatternScores::ringRecall, Figure.SHARE);
    }

    String accountsFound() {
        return byPattern(true, PatternScores::accountRecall, Figure.SHARE);
    }

    String cleared() {
        return byPattern(false, PatternScores::cleared, Figure.PERCENT);
    }

    private List<SystemScores> present() {
        return card.systems().stream()
                .filter(system -> system.failure().isEmpty())
                .toList();
    }

    private SequencedSet<String> patterns(boolean fraud) {
        SequencedSet<String> names = new TreeSet<>();
        present()
                .forEach(system -> system.patterns(Period.ALL).forEach((name, scores) -> {
                    if (scores.fraud() == fraud) {
                        names.add(name);
                    }
                }));
        return names;
    }

    private String byPattern(boolean fraud, Function<PatternScores, Estimate> figure, Figure format) {
        List<String> columns = new ArrayList<>(List.of("", "accounts"));
        if (fraud) {
            columns.add("rings");
        }
        present().forEach(system -> columns.add(system.system()));
        var table = new HtmlTable(1, columns);
        for (String pattern : patterns(fraud)) {
            table.row("", pattern);
            Optional<PatternScores> any = present().stream()
                    .flatMap(system ->
                            Optional.ofNullable(system.patterns(Period.ALL).get(pattern)).stream())
                    .findFirst();
            table.count(any.map(PatternScores::accounts).orElse(0));
            if (fraud) {
                table.count(any.map(PatternScores::rings).orElse(0));
            }
            for (SystemScores system : present()) {
                PatternScores scores = system.patterns(Period.ALL).get(pattern);
                if (scores == null) {
                    table.number("");
                } else {
                    table.estimate(figure.apply(scores), format);
                }
            }
            table.endRow();
        }
        return table.end();
    }

    String replay() {
        List<String> columns =
                new ArrayList<>(List.of("", "rings", "never flagged", "members admitted, mean", "median"));
        int members = present().stream()
                .flatMap(system -> system.replay().stream())
                .mapToInt(replay -> replay.recallAtMember().size())
                .max()
                .orElse(0);
        for (int k = 0; k < members; k++) {
            columns.add("by member " + (ReplayScores.FIRST_MEMBER + k));
        }
        var table = new HtmlTable(1, columns);
        for (SystemScores system : present()) {
            system.replay().ifPresent(replay -> {
                table.row(system.lead().isEmpty() ? "product" : "", system.system());
                table.count(replay.rings());
                table.estimate(replay.neverFlagged(), Figure.SHARE);
                table.estimate(replay.meanAdmitted(), Figure.NUMBER);
                table.estimate(replay.medianAdmitted(), Figure.NUMBER);
                replay.recallAtMember().forEach(recall -> table.estimate(recall, Figure.SHARE));
                table.endRow();
            });
        }
        return table.end();
    }

    /** Of everybody who predicts probabilities. */
    String decisionRanges(Period period) {
        var table = new HtmlTable(1, List.of("", "range of risk", "accounts", "predicted", "observed fraud"));
        for (SystemScores system : present()) {
            for (ScoreRange range : system.curves()
                    .flatMap(curves -> curves.calibration(period))
                    .map(CalibrationCurves::decisionRanges)
                    .orElse(List.of())) {
                if (range.accounts() == 0) {
                    continue;
                }
                table.row("", system.system());
                table.number(String.format(Locale.ROOT, "%.1f – %.1f", range.from(), range.to()));
                table.count(Math.round(range.accounts()));
                table.measure(range.predicted(), Figure.SHARE);
                table.estimate(new Estimate(range.observed(), range.interval()), Figure.SHARE);
                table.endRow();
            }
        }
        return table.end();
    }

    boolean anyLinkCalibration(Period period) {
        return present().stream().anyMatch(system -> system.linkCalibration().containsKey(period));
    }

    /** Lines first, then ranges: all of a contender in one row. */
    String linkCalibration(Period period) {
        List<String> columns = new ArrayList<>(List.of("", "pairs", "under common control", "slope", "intercept"));
        present().stream()
                .flatMap(system -> Optional.ofNullable(system.linkCalibration().get(period)).stream())
                .findFirst()
                .ifPresent(links -> links.ranges()
                        .forEach(
                                range -> columns.addAll(List.of("pairs in " + words(range), "predicted", "observed"))));
        var table = new HtmlTable(1, columns);
        for (SystemScores system : present()) {
            LinkCalibration links = system.linkCalibration().get(period);
            if (links == null) {
                continue;
            }
            table.row("", system.system());
            table.count(links.pairs());
            table.count(links.together());
            table.estimate(links.slope(), Figure.SHARE);
            table.estimate(links.intercept(), Figure.SHARE);
            for (PairRange range : links.ranges()) {
                table.count(range.pairs());
                table.estimate(range.predicted(), Figure.SHARE);
                table.estimate(range.observed(), Figure.SHARE);
            }
            table.endRow();
        }
        return table.end();
    }

    private static String words(PairRange range) {
        return String.format(Locale.ROOT, "%.1f – %.1f", range.from(), range.to());
    }

    String falseMerges() {
        var table = new HtmlTable(
                1,
                List.of(
                        "",
                        "accounts",
                        "fraud",
                        "true rings",
                        "risk",
                        "wrong pairs",
                        "who they are",
                        "evidence between them"));
        int number = 1;
        for (FalseMerge merge : card.falseMerges()) {
            table.row(
                    "",
                    "merge " + number++ + ", e.g. "
                            + String.join(
                                    ", ",
                                    merge.examples()
                                            .subList(
                                                    0,
                                                    Math.min(2, merge.examples().size()))));
            table.count(merge.accounts());
            table.count(merge.fraud());
            table.count(merge.trueRings());
            table.number(Figure.SHARE.of(merge.risk()));
            table.count(merge.wrongPairs());
            table.phrase(counts(merge.patterns()));
            table.phrase(counts(merge.evidence()));
            table.endRow();
        }
        return table.end();
    }

    String falseLinks() {
        var table = new HtmlTable(1, List.of("", "probability", "who they are", "evidence, bits"));
        for (FalseLink link : card.falseLinks()) {
            table.row("", link.link().accountA() + " – " + link.link().accountB());
            table.number(String.format(Locale.ROOT, "%.6f", link.link().probability()));
            table.phrase(link.patternA() + " – " + link.patternB());
            table.phrase(evidence(link.link().evidence()));
            table.endRow();
        }
        return table.end();
    }

    String missedLinks() {
        var table = new HtmlTable(
                1,
                List.of(
                        "nearest to a link",
                        "probability",
                        "pairs",
                        "not linked",
                        "and in no ring together",
                        "who they are",
                        "evidence, bits"));
        for (MissedLink link : card.missedLinks()) {
            table.row("", link.accountA() + " – " + link.accountB());
            table.number(
                    link.probability().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.6f", link.probability().getAsDouble())
                            : "none");
            table.count(link.pairs());
            table.count(link.missed());
            table.count(link.apart());
            table.phrase(link.patternA() + " – " + link.patternB());
            table.phrase(evidence(link.evidence()));
            table.endRow();
        }
        return table.end();
    }

    private static String evidence(List<Evidence> evidence) {
        return evidence.stream()
                .map(one -> one.code() + " " + Figure.NUMBER.of(one.bits()))
                .collect(Collectors.joining(", "));
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
