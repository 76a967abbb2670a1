package io.ringsight.export.evaluation;

import io.ringsight.gnn.metric.Estimate;
import io.ringsight.gnn.metric.Interval;
import io.ringsight.gnn.metric.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** One table; what has no value is a dash whose reason stands below. Not thread-safe. */
final class HtmlTable {
    private final StringBuilder html = new StringBuilder();
    private final SequencedMap<String, Integer> notes = new LinkedHashMap<>();

    /** @param words how many of the first columns are text; the others are numbers */
    HtmlTable(int words, List<String> columns) {
        html.append("<div class=\"scroll\"><table><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            html.append(i < words ? "<th class=\"word\">" : "<th>")
                    .append(Html.text(columns.get(i)))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    HtmlTable row(String rowClass, String head) {
        html.append("<tr class=\"")
                .append(rowClass)
                .append("\"><th>")
                .append(Html.text(head))
                .append("</th>");
        return this;
    }

    HtmlTable endRow() {
        html.append("</tr>\n");
        return this;
    }

    /** Words that may need more than one line. */
    HtmlTable phrase(String text) {
        html.append("<td class=\"long\">").append(Html.text(text)).append("</td>");
        return this;
    }

    HtmlTable number(String text) {
        html.append("<td>").append(Html.text(text)).append("</td>");
        return this;
    }

    HtmlTable count(long count) {
        return number(String.format(Locale.ROOT, "%,d", count));
    }

    HtmlTable measure(Measure measure, Figure figure) {
        return estimate(Estimate.of(measure), figure, "", "");
    }

    HtmlTable estimate(Estimate estimate, Figure figure) {
        return estimate(estimate, figure, "", "");
    }

    /**
     * @param cellClass best, good, bad, or nothing
     * @param more a further line, or nothing
     */
    HtmlTable estimate(Estimate estimate, Figure figure, String cellClass, String more) {
        html.append("<td class=\"").append(cellClass).append("\">");
        switch (estimate.measure()) {
            case Measure.Value(double value) -> {
                html.append(figure.of(value));
                estimate.interval()
                        .ifPresent(interval -> html.append("<span class=\"more\">")
                                .append(interval(interval, figure))
                                .append("</span>"));
                if (!more.isEmpty()) {
                    html.append("<span class=\"more\">").append(Html.text(more)).append("</span>");
                }
            }
            case Measure.Undefined(String reason) ->
                html.append("–<sup>")
                        .append(notes.computeIfAbsent(reason, _ -> notes.size() + 1))
                        .append("</sup>");
        }
        html.append("</td>");
        return this;
    }

    private static String interval(Interval interval, Figure figure) {
        return figure.of(interval.low()) + " … " + figure.of(interval.high());
    }

    String end() {
        html.append("</tbody></table></div>\n");
        if (!notes.isEmpty()) {
            html.append("<ol class=\"notes\">");
            notes.sequencedKeySet()
                    .forEach(reason ->
                            html.append("<li>").append(Html.text(reason)).append("</li>"));
            html.append("</ol>\n");
        }
        return html.toString();
    }

    /** How a figure is written, whatever the locale. */
    enum Figure {
        SHARE("%.3f", 1),
        PERCENT("%.2f %%", 100),
        DIFFERENCE("%+.3f", 1),
        PERCENT_DIFFERENCE("%+.2f %%", 100),
        NUMBER("%.2f", 1);

        private final String format;
        private final double times;

        Figure(String format, double times) {
            this.format = format;
            this.times = times;
        }

        String of(double value) {
            String text = String.format(Locale.ROOT, format, value * times);
            boolean nothing = text.chars().allMatch(c -> c < '1' || c > '9');
            return nothing ? text.replace("-", "") : text.replace('-', '\u2212');
        }
    }
}
