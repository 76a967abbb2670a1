package io.ringsight.detect.check;

import io.ringsight.detect.evidence.DeviceUsers;
import io.ringsight.detect.evidence.GrowingGraph;
import io.ringsight.detect.membership.CurrentRings;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weighs a device by itself: who else was seen with it, how fast they came, and what became of them.
 *
 * <p>Risk is the posterior mean of a Beta-Binomial model in which each account counts as fraud as far as its risk says: with the prior p
 * of any account as s = {@value #PRIOR_ACCOUNTS} pseudo-accounts, {@code (s p + sum of risks) / (s + accounts)}. So an account that is less
 * risky than the device never makes it riskier. Of more than {@value DeviceUsers#SAMPLE} accounts those with the smallest hashes are a sample,
 * which an account more changes by itself alone (bottom-k sampling): risks, and who is in a ring, are told of these. How many accounts there
 * are, and their pace, is told of all.
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
    private static final long WEEK = WEEK_DAYS * DAY;
    private static final double NATS_PER_BIT = Math.log(2);
    private static final DeviceUsers NOBODY = new DeviceUsers(0, new int[0], 0, 0, Long.MAX_VALUE);
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

    private DeviceRisk of(Token token, int own, long now) {
        int device = graph.identifier(graph.snapshot().types().ordinal(DEVICE), token);
        DeviceUsers users = device < 0 ? NOBODY : graph.deviceUsers(device, own, now - WEEK, now);
        int[] sample = users.sample();
        double[] risks = new double[sample.length];
        int inRings = 0;
        int risky = 0;
        for (int i = 0; i < sample.length; i++) {
            risks[i] = risk(sample[i]);
            Ring ring = rings.ringOf(sample[i]);
            inRings += ring == null ? 0 : 1;
            risky += ring == null || ring.risk() < RISKY ? 0 : 1;
        }
        Arrays.sort(risks); // so that the sum does not depend on how accounts are numbered
        double sum = 0;
        for (double risk : risks) {
            sum += risk;
        }
        Recent recent = Recent.of(users, now);
        return new DeviceRisk(
                token.prefix(),
                users.count(),
                users.count() > sample.length,
                recent.accounts(),
                inRings,
                risky,
                sample.length,
                sample.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / sample.length),
                recent.bits(),
                recent.accounts() >= FARM_ACCOUNTS && recent.bits() >= FARM_BITS,
                (PRIOR_ACCOUNTS * prior + sum) / (PRIOR_ACCOUNTS + sample.length));
    }

    private double risk(int account) {
        double known = rings.riskOf(account);
        return Double.isNaN(known) ? prior : known;
    }

    /**
     * Accounts of the last week.
     *
     * @param bits how much better a pace of their own explains them than that of before
     */
    record Recent(int accounts, double bits) {
        /** @param now when the week was over, milliseconds since 1970 UTC; what comes after does not count */
        static Recent of(DeviceUsers users, long now) {
            long from = now - WEEK;
            double days = PRIOR_DAYS + (from - Math.min(from, users.first())) / (double) DAY;
            double expected = WEEK_DAYS * (1 + users.before()) / days;
            int recent = users.recent();
            double nats = recent > expected ? recent * Math.log(recent / expected) - (recent - expected) : 0;
            return new Recent(recent, nats / NATS_PER_BIT);
        }
    }
}
