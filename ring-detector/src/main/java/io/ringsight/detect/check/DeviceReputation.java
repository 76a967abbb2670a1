package io.ringsight.detect.check;

import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weighs a device by itself: who else was seen with it, how fast they came, and what became of them.
 *
 * <p>Risk is the posterior mean of a Beta-Binomial model in which each account counts as fraud as far as its risk says: with the prior p
 * of any account as s = {@value #PRIOR_ACCOUNTS} pseudo-accounts, {@code (s p + sum of risks) / (s + accounts)}. So an account that is less
 * risky than the device never makes it riskier. Of more than {@value #MOST_RISKS} accounts those with the smallest hashes are a sample, which
 * an account more changes by itself alone (bottom-k sampling).
 *
 * <p>Pace compares k accounts of the last week with the m that were expected, as a scan statistic does (Kulldorff, A spatial scan statistic,
 * Communications in Statistics 26, 1997): the log-likelihood ratio of two Poisson rates, {@code k ln(k/m) - (k - m)} where k is more than m,
 * else 0. Expected is the device's own rate of before, with one account in {@value #PRIOR_DAYS} days added to it, so that a shop's tablet
 * that always takes many is measured by itself, and a new device by what one person does. A farm is {@value #FARM_ACCOUNTS} accounts or more
 * within the week, more than a family, at {@value #FARM_BITS} bits or more.
 *
 * <p>The clock is the application's own; its own account is left out. As thread-safe as the graph is.
 */
final class DeviceReputation {
    /** Accounts on one device that are looked at. */
    static final int MOST_USERS = 1_000;
    /** Accounts on one device whose risk is looked at. */
    static final int MOST_RISKS = 50;
    /** Devices of one application that are looked at. */
    static final int MOST_DEVICES = 8;

    static final double PRIOR_ACCOUNTS = 2;
    static final double PRIOR_DAYS = 180;
    static final int FARM_ACCOUNTS = 5;
    static final double FARM_BITS = 10;

    private static final String DEVICE = "device";
    private static final double RISKY = 0.5;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int WEEK_DAYS = 7;
    private static final double NATS_PER_BIT = Math.log(2);
    private static final Comparator<DeviceRisk> BEST_FIRST = Comparator.comparingDouble(DeviceRisk::risk)
            .thenComparingDouble(DeviceRisk::paceBits)
            .thenComparingInt(DeviceRisk::accounts);

    private final GrowingGraph graph;
    private final CurrentRings rings;
    private final double prior;

    /** @param prior probability that an account is fraudulent before anything is known of it */
    DeviceReputation(GrowingGraph graph, CurrentRings rings, double prior) {
        this.graph = graph;
        this.rings = rings;
        this.prior = prior;
    }

    /** The worst of the devices that an applicant presents; empty when there is none, or only such as are no device's own name. */
    Optional<DeviceRisk> worst(TokenisedApplication application) {
        int own = graph.findAccount(application.account().accountId());
        long now = application.account().createdAt();
        return devices(application).stream()
                .limit(MOST_DEVICES)
                .map(token -> of(token, own, now))
                .max(BEST_FIRST);
    }

    private static Set<Token> devices(TokenisedApplication application) {
        var devices = new TreeSet<Token>();
        for (SightingRecord sighting : application.sightings()) {
            IdentifierRecord identifier = sighting.identifier();
            if (identifier.type().equals(DEVICE) && !identifier.placeholder()) {
                devices.add(identifier.token());
            }
        }
        return devices;
    }

    /** A user of a device. */
    private record User(int account, String accountId, long hash) {
        static final Comparator<User> BY_HASH =
                Comparator.comparingLong(User::hash).thenComparing(User::accountId);
    }

    private DeviceRisk of(Token token, int own, long now) {
        int device = graph.identifier(graph.snapshot().types().ordinal(DEVICE), token);
        List<User> users = new ArrayList<>();
        var firstSeen = new LongArrayList();
        boolean all = device < 0
                || graph.forEachUser(device, MOST_USERS, own, (account, first) -> {
                    String id = graph.accountId(account);
                    users.add(new User(account, id, AccountOrder.mix(id.hashCode())));
                    firstSeen.add(first);
                });
        int inRings = 0;
        int risky = 0;
        for (User user : users) {
            Ring ring = rings.ringOf(user.account());
            inRings += ring == null ? 0 : 1;
            risky += ring == null || ring.risk() < RISKY ? 0 : 1;
        }
        double[] risks = users.stream()
                .sorted(User.BY_HASH)
                .limit(MOST_RISKS)
                .mapToDouble(this::risk)
                .toArray();
        double sum = 0;
        for (double risk : risks) {
            sum += risk;
        }
        Recent recent = Recent.of(firstSeen.toLongArray(), now);
        return new DeviceRisk(
                token.prefix(),
                users.size(),
                !all,
                recent.accounts(),
                inRings,
                risky,
                risks.length,
                risks.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / risks.length),
                recent.bits(),
                recent.accounts() >= FARM_ACCOUNTS && recent.bits() >= FARM_BITS,
                (PRIOR_ACCOUNTS * prior + sum) / (PRIOR_ACCOUNTS + risks.length));
    }

    private double risk(User user) {
        return rings.account(user.accountId()).map(AccountRisk::risk).orElse(prior);
    }

    /**
     * Accounts of the last week.
     *
     * @param bits how much better a pace of their own explains them than that of before
     */
    record Recent(int accounts, double bits) {
        /**
         * @param firstSeen of each account, in any order, milliseconds since 1970 UTC; what comes after now does not count
         * @param now milliseconds since 1970 UTC
         */
        static Recent of(long[] firstSeen, long now) {
            long from = now - WEEK_DAYS * DAY;
            long first = from;
            int before = 0;
            int recent = 0;
            for (long seen : firstSeen) {
                if (seen <= from) {
                    before++;
                    first = Math.min(first, seen);
                } else if (seen <= now) {
                    recent++;
                }
            }
            double days = PRIOR_DAYS + (from - first) / (double) DAY;
            double expected = WEEK_DAYS * (1 + before) / days;
            double nats = recent > expected ? recent * Math.log(recent / expected) - (recent - expected) : 0;
            return new Recent(recent, nats / NATS_PER_BIT);
        }
    }
}
