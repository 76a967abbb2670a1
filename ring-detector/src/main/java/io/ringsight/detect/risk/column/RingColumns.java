package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.risk.Findings;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Arrays;
import java.util.List;

/**
 * Every ring as a whole, without labels.
 *
 * <table>
 * <caption>columns</caption>
 * <tr><th>name</th><th>meaning</th></tr>
 * <tr><td>evidence</td><td>log2 odds of the risk that its links give it, within 20</td></tr>
 * <tr><td>size</td><td>log of its accounts</td></tr>
 * <tr><td>density</td><td>links over pairs of members</td></tr>
 * <tr><td>hands</td><td>mean probability, over its links, that they are of other hands</td></tr>
 * <tr><td>span</td><td>log(1 + days from the first creation of a member to the last)</td></tr>
 * <tr><td>pace</td><td>log(1 + accounts after the first a day)</td></tr>
 * <tr><td>names, birth_dates</td><td>different surnames, birth dates among members that have one, over such members</td></tr>
 * </table>
 */
public final class RingColumns {
    public static final List<String> NAMES =
            List.of("evidence", "size", "density", "hands", "span", "pace", "names", "birth_dates");

    /** Positions of columns. */
    public static final int EVIDENCE = 0;

    public static final int DENSITY = 2;

    private static final double MOST = 20; // bits
    private static final double DAY = 86_400_000;

    private RingColumns() {}

    /** double[rings][{@link #NAMES}] */
    public static double[][] of(Findings findings) {
        int[][] rings = findings.rings();
        int[] links = new int[rings.length];
        double[] hands = new double[rings.length];
        int[] ringByRank = findings.ringByRank();
        LinkTable table = findings.links();
        for (int link = 0; link < table.size(); link++) {
            int ring = ringByRank[table.a(link)];
            if (ring >= 0 && ring == ringByRank[table.b(link)]) {
                links[ring]++;
                hands[ring] += table.probability(link) * table.operated(link);
            }
        }
        double[][] columns = new double[rings.length][];
        for (int r = 0; r < rings.length; r++) {
            int size = rings[r].length;
            double days = days(findings, rings[r]);
            double evidence = LogOdds.bits(findings.evidence().rings().get(r).probability());
            columns[r] = new double[] {
                Math.clamp(evidence, -MOST, MOST),
                StrictMath.log(size),
                links[r] / (size * (size - 1) / 2.0),
                hands[r] / Math.max(1, links[r]),
                StrictMath.log1p(days),
                StrictMath.log1p((size - 1) / (1 + days)),
                different(findings, rings[r], AccountAttribute.SURNAME),
                different(findings, rings[r], AccountAttribute.BIRTH_DATE)
            };
        }
        return columns;
    }

    private static double days(Findings findings, int[] members) {
        IdentityGraph snapshot = findings.snapshot();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int rank : members) {
            long created = snapshot.createdAt(findings.order().account(rank));
            first = Math.min(first, created);
            last = Math.max(last, created);
        }
        return (last - first) / DAY;
    }

    private static double different(Findings findings, int[] members, AccountAttribute attribute) {
        int[] values = Arrays.stream(members)
                .map(rank -> findings.snapshot()
                        .attribute(attribute, findings.order().account(rank)))
                .filter(value -> value >= 0)
                .toArray();
        return values.length == 0 ? 0 : Arrays.stream(values).distinct().count() / (double) values.length;
    }
}
