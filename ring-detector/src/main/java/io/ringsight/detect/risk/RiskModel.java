package io.ringsight.detect.risk;

import io.ringsight.detect.evidence.AccountOrder;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LabelsByRank;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.detect.link.LinkTable;
import io.ringsight.detect.ring.Reason;
import io.ringsight.detect.risk.Risks.Risk;
import io.ringsight.ingest.record.AccountLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The risk of a ring as a whole is what its {@linkplain RingEvidence links} say plus what the {@linkplain RingLabels labels} of its
 * members say. An account is as risky as its ring as far as it belongs to it, by its strongest link, and else as the prior; its own label
 * never counts for it. With enough labels of both classes all is calibrated on them. Thread-safe.
 */
public final class RiskModel {
    /** Code of the reason that calibration adds. */
    public static final String CALIBRATION = "CALIBRATION";

    private static final String OF_LABELS = "_LABEL_IN_RING";

    private final RiskParameters parameters;
    private final double prior;
    private final double priorBits;

    public RiskModel(RiskParameters parameters, double prior) {
        this.parameters = parameters;
        this.prior = prior;
        this.priorBits = LogOdds.bits(prior);
    }

    /**
     * @param rings members by rank, ascending
     * @param links those that were kept; of at least {@code floor} they hold rings together
     * @param labels that may be used
     */
    public Risks score(int[][] rings, LinkTable links, double floor, AccountOrder order, List<AccountLabel> labels) {
        int[] label = LabelsByRank.of(order, labels);
        int[] ringOf = new int[order.size()];
        Arrays.fill(ringOf, -1);
        for (int r = 0; r < rings.length; r++) {
            for (int rank : rings[r]) {
                ringOf[rank] = r;
            }
        }
        double[] belonging = new double[order.size()];
        int[][] within = within(rings.length, ringOf, links, floor, belonging);
        var evidence = new RingEvidence(links, prior);
        List<ScoredRing> scored = IntStream.range(0, rings.length)
                .parallel()
                .mapToObj(r -> new ScoredRing(evidence.reasons(rings[r], within[r]), known(rings[r], label)))
                .toList();
        Calibration calibration = calibrate(label, ringOf, belonging, scored);
        var ringRisks = new ArrayList<Risk>(rings.length);
        for (ScoredRing ring : scored) {
            ringRisks.add(risk(ringReasons(ring, ring.labels), calibration));
        }
        Risk outside = risk(List.of(), calibration);
        var accountRisks = new ArrayList<Risk>(order.size());
        for (int rank = 0; rank < order.size(); rank++) {
            accountRisks.add(
                    ringOf[rank] < 0
                            ? outside
                            : risk(memberReasons(scored.get(ringOf[rank]), label[rank], belonging[rank]), calibration));
        }
        return new Risks(ringRisks, accountRisks, calibration, false);
    }

    private static RingLabels known(int[] members, int[] label) {
        RingLabels known = RingLabels.NONE;
        for (int rank : members) {
            known = known.plus(label[rank]);
        }
        return known;
    }

    /** The links within each ring; notes each member's strongest one as its belonging. */
    private static int[][] within(int rings, int[] ringOf, LinkTable links, double floor, double[] belonging) {
        int[] count = new int[rings];
        for (int link = 0; link < links.size(); link++) {
            if (isWithin(links, link, ringOf, floor)) {
                count[ringOf[links.a(link)]]++;
            }
        }
        int[][] within = new int[rings][];
        Arrays.setAll(within, r -> new int[count[r]]);
        for (int link = links.size() - 1; link >= 0; link--) {
            if (isWithin(links, link, ringOf, floor)) {
                int ring = ringOf[links.a(link)];
                within[ring][--count[ring]] = link;
                for (int rank : new int[] {links.a(link), links.b(link)}) {
                    belonging[rank] = Math.max(belonging[rank], links.probability(link));
                }
            }
        }
        return within;
    }

    private static boolean isWithin(LinkTable links, int link, int[] ringOf, double floor) {
        int ring = ringOf[links.a(link)];
        return ring >= 0 && ring == ringOf[links.b(link)] && links.probability(link) >= floor;
    }

    /** The risk that follows from the prior and these reasons. */
    public Risk risk(List<Reason> reasons, Calibration calibration) {
        double bits = bits(reasons);
        double calibrated = calibration.of(bits);
        if (!calibration.fitted()) {
            return new Risk(LogOdds.probability(bits), reasons);
        }
        var all = new ArrayList<>(reasons);
        all.add(new Reason(CALIBRATION, calibrated - bits));
        all.sort(Reason.STRONGEST_FIRST);
        return new Risk(LogOdds.probability(calibrated), all);
    }

    /**
     * The reasons of a ring that one more account is tied to.
     *
     * @param standing what its links said before; empty where there was no ring
     * @param operated that the new link is one of other hands
     * @param evidence of the new link
     */
    public List<Reason> joined(List<Reason> standing, double operated, List<Evidence> evidence) {
        double before = bits(standing);
        double innocent = (1 - LogOdds.probability(before)) * (1 - operated);
        double bits = LogOdds.bits(RingEvidence.certain(1 - innocent)) - before;
        var reasons = new ArrayList<>(standing);
        for (Reason more : RingEvidence.dealt(bits, evidence)) {
            reasons.removeIf(reason -> reason.code().equals(more.code()));
            double known = standing.stream()
                    .filter(reason -> reason.code().equals(more.code()))
                    .mapToDouble(Reason::bits)
                    .sum();
            reasons.add(new Reason(more.code(), known + more.bits()));
        }
        reasons.sort(Reason.STRONGEST_FIRST);
        return reasons;
    }

    /** The reasons of a ring, weakened for a member that may not belong: {@code WEAK_MEMBERSHIP} is what it takes. */
    public List<Reason> weakened(List<Reason> ringReasons, double belonging) {
        double bits = bits(ringReasons);
        double risk = belonging * LogOdds.probability(bits) + (1 - belonging) * prior;
        double weaker = LogOdds.bits(risk) - bits;
        var reasons = new ArrayList<>(ringReasons);
        reasons.add(new Reason("WEAK_MEMBERSHIP", weaker));
        reasons.sort(Reason.STRONGEST_FIRST);
        return reasons;
    }

    /** What labels of members say of a ring. */
    public static Reason ofLabels(double bits) {
        return new Reason((bits >= 0 ? "FRAUD" : "LEGIT") + OF_LABELS, bits);
    }

    /** Whether a reason is {@link #ofLabels}. */
    public static boolean isOfLabels(Reason reason) {
        return reason.code().endsWith(OF_LABELS);
    }

    /** Without what calibration adds. */
    public static List<Reason> uncalibrated(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.code().equals(CALIBRATION))
                .toList();
    }

    private double bits(List<Reason> reasons) {
        double bits = priorBits;
        for (Reason reason : reasons) {
            bits += reason.bits();
        }
        return bits;
    }

    private List<Reason> ringReasons(ScoredRing ring, RingLabels known) {
        var reasons = new ArrayList<>(ring.reasons);
        known.reason(bits(ring.reasons), parameters.labelStrength()).ifPresent(reasons::add);
        reasons.sort(Reason.STRONGEST_FIRST);
        return reasons;
    }

    private List<Reason> memberReasons(ScoredRing ring, int ownLabel, double belonging) {
        return weakened(ringReasons(ring, ring.labels.without(ownLabel)), belonging);
    }

    private Calibration calibrate(int[] label, int[] ringOf, double[] belonging, List<ScoredRing> rings) {
        int labelled = 0;
        int fraud = 0;
        for (int value : label) {
            labelled += value != 0 ? 1 : 0;
            fraud += value > 0 ? 1 : 0;
        }
        if (Math.min(fraud, labelled - fraud) < parameters.leastLabels()) {
            return Calibration.NONE;
        }
        double[] bits = new double[labelled];
        int[] labels = new int[labelled];
        int size = 0;
        for (int rank = 0; rank < label.length; rank++) {
            if (label[rank] != 0) {
                bits[size] = ringOf[rank] < 0
                        ? priorBits
                        : bits(memberReasons(rings.get(ringOf[rank]), label[rank], belonging[rank]));
                labels[size++] = label[rank];
            }
        }
        return Calibration.fit(bits, labels);
    }

    private record ScoredRing(List<Reason> reasons, RingLabels labels) {}
}
