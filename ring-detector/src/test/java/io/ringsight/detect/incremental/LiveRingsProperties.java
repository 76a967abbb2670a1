package io.ringsight.detect.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.cluster.LeidenParameters;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.detect.lineage.Causes;
import io.ringsight.detect.lineage.RingVersion;
import io.ringsight.detect.lineage.Succession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Streams of links that come and go, are cut, bonded and so again, against working everything out from nothing after each. */
class LiveRingsProperties {
    private static final double FLOOR = 0.5;

    @Property(tries = 10_000)
    void followingEachChangeIsWorkingEverythingOut(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 16) int accounts) {
        var random = new Random(seed);
        // Two resolutions: rings as the product has them, and some that fall apart though they are connected.
        var leiden = new LeidenParameters(LeidenParameters.Quality.CPM, random.nextBoolean() ? 0.01 : 0.4, 0.01, 10);
        var live = new LiveRings(FLOOR, leiden, 7);
        var batch = new BatchRings(FLOOR, leiden, 7);
        for (int step = 1; step <= 12; step++) {
            int links = random.nextInt(4);
            List<LinkChange> changes = new ArrayList<>();
            for (int i = 0; i < links; i++) {
                Subject.Pair pair = pair(random, accounts);
                changes.add(new LinkChange(
                        pair.accountA(),
                        pair.accountB(),
                        random.nextInt(3) == 0 ? 0 : 0.3 + 0.7 * random.nextDouble()));
            }
            Subject.Pair judged = pair(random, accounts);
            boolean undo = random.nextBoolean();
            Causes causes = Causes.unknown();
            Succession followed = switch (random.nextInt(6)) {
                case 0 -> live.cut(judged, undo, causes, step);
                case 1 -> live.bond(judged, undo, causes, step);
                default -> live.change(changes, causes, step);
            };
            Succession workedOut = batch.follow(live, step);
            assertThat(followed.events()).isEqualTo(workedOut.events());
            assertThat(followed.versions()).isEqualTo(workedOut.versions());
        }
        Map<String, RingVersion> byAccount = new HashMap<>();
        batch.history().standing().forEach(ring -> ring.members().forEach(member -> byAccount.put(member, ring)));
        for (int account = 0; account < accounts; account++) {
            assertThat(live.ringOf(id(account))).isEqualTo(Optional.ofNullable(byAccount.get(id(account))));
        }
    }

    private static Subject.Pair pair(Random random, int accounts) {
        int one = random.nextInt(accounts);
        return Subject.Pair.of(id(one), id((one + 1 + random.nextInt(accounts - 1)) % accounts));
    }

    static String id(int account) {
        return "A%02d".formatted(account);
    }
}
