package io.ringsight.detect.risk.network;

import io.ringsight.detect.DetectionParameters;
import io.ringsight.detect.Population;
import io.ringsight.detect.risk.RiskParameters;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A few hundred accounts: gangs of four ({@code F…}) that share a device and an account to be paid into within days, homes of four that share an address over months. */
public final class Gangs {
    /** When half a year of accounts has come. */
    public static final long AS_OF = 1_767_225_600_000L + Duration.ofDays(180).toMillis();

    /** Its labels are few. */
    public static final DetectionParameters PARAMETERS =
            DetectionParameters.defaults().withRisk(RiskParameters.defaults().learningFrom(50));

    private static final int GROUPS = 60;

    private Gangs() {}

    public static IdentityGraph graph() {
        return graph("key", 0);
    }

    /** The same under another key set, told in another order. */
    public static IdentityGraph graph(String key, long shuffle) {
        var random = new Random(5);
        var population = new Population();
        for (int group = 0; group < 2 * GROUPS; group++) {
            boolean gang = group % 2 == 0;
            int day = group * 2;
            for (int member = 0; member < 4; member++) {
                population.account(
                        (gang ? "F" : "H") + group + "-" + member,
                        day + random.nextInt(gang ? 3 : 60),
                        (gang ? "device:" : "address:") + "g" + group,
                        (gang ? "payment:" : "email:") + "g" + group + (gang ? "" : "-" + member),
                        "tax_id:" + group + "-" + member,
                        "phone:" + group + "-" + member,
                        "ip:" + random.nextInt(100));
            }
        }
        return population.graph(key, shuffle);
    }

    public static boolean isFraud(String id) {
        return id.startsWith("F");
    }

    /** Of the first two of every group that came by {@link #AS_OF}, learned a month later, if that was by then. */
    public static List<AccountLabel> labels() {
        var labels = new ArrayList<AccountLabel>();
        IdentityGraph graph = graph();
        for (int rank = 0; rank < graph.accountCount(); rank++) {
            String id = graph.accountId(graph.accountByRank(rank));
            long learned = graph.createdAt(graph.accountByRank(rank))
                    + Duration.ofDays(30).toMillis();
            if ((id.endsWith("-0") || id.endsWith("-1")) && learned <= AS_OF) {
                labels.add(new AccountLabel(id, isFraud(id) ? Verdict.FRAUD : Verdict.LEGIT, learned));
            }
        }
        return labels;
    }
}
