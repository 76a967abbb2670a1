package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.Population;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rings of four that share a device within days, and households of four that share an address over months. */
final class Planted {
    static final int GROUPS = 60;
    static final int SINGLES = 400;

    private Planted() {}

    static Population population() {
        var random = new Random(5);
        var population = new Population();
        for (int group = 0; group < 2 * GROUPS; group++) {
            boolean ring = group % 2 == 0;
            int day = random.nextInt(300);
            for (int member = 0; member < 4; member++) {
                population.account(
                        id(ring, group, member),
                        day + random.nextInt(ring ? 3 : 60),
                        (ring ? "device:" : "address:") + "g" + group,
                        "phone:" + group + "-" + member,
                        "ip:" + random.nextInt(100));
            }
        }
        for (int i = 0; i < SINGLES; i++) {
            population.account("S" + i, random.nextInt(360), "phone:s" + i, "ip:" + random.nextInt(100));
        }
        return population;
    }

    static String id(boolean ring, int group, int member) {
        return (ring ? "F" : "H") + group + "-" + member;
    }

    /** Of the first member of every group, and of a third of the others. */
    static List<AccountLabel> labels() {
        var labels = new ArrayList<AccountLabel>();
        for (int group = 0; group < 2 * GROUPS; group++) {
            boolean ring = group % 2 == 0;
            labels.add(new AccountLabel(id(ring, group, 0), ring ? Verdict.FRAUD : Verdict.LEGIT, 0));
        }
        for (int i = 0; i < SINGLES; i += 3) {
            labels.add(new AccountLabel("S" + i, Verdict.LEGIT, 0));
        }
        return labels;
    }
}
