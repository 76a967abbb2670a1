package io.ringsight.detect.risk;

import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import java.util.Map;

/**
 * What sharing says about fraud, in bits, before labels teach better. Two accounts that share one value give
 * {@code base}; every doubling of the accounts behind one value gives {@code step} more, up to {@code most}. What
 * belongs to one person weighs much from the first; what a household shares (device, address, network) says little until
 * many share it.
 *
 * <pre>
 * type        base  step     type      base  step
 * document     6    1.5      device     1    2
 * biometric    6    1.5      address    0    0.5
 * tax_id       6    1.5      ip         0    0.25
 * email        4    1.5      other      2    1     (text: 0.5 and 0.5)
 * payment      3    1.5
 * wallet       3    1
 * phone        2.5  1.5
 * </pre>
 *
 * @param sharing by name of the identifier type
 * @param mostBits of one type
 * @param labelStrength how many labels the evidence counts for, against those in the ring
 * @param leastLabels of each class from which on risks are calibrated
 */
public record RiskParameters(Map<String, Sharing> sharing, double mostBits, double labelStrength, int leastLabels) {
    /** @param base bits of a pair; @param step bits of each doubling */
    public record Sharing(double base, double step) {}

    public RiskParameters {
        sharing = Map.copyOf(sharing);
    }

    public static RiskParameters defaults() {
        return new RiskParameters(
                Map.of(
                        "document", new Sharing(6, 1.5),
                        "biometric", new Sharing(6, 1.5),
                        "tax_id", new Sharing(6, 1.5),
                        "email", new Sharing(4, 1.5),
                        "payment", new Sharing(3, 1.5),
                        "wallet", new Sharing(3, 1),
                        "phone", new Sharing(2.5, 1.5),
                        "device", new Sharing(1, 2),
                        "address", new Sharing(0, 0.5),
                        "ip", new Sharing(0, 0.25)),
                10,
                1,
                30);
    }

    Sharing of(IdentifierType type) {
        Sharing known = sharing.get(type.name());
        if (known != null) {
            return known;
        }
        return type.kind() == IdentifierKind.TEXT ? new Sharing(0.5, 0.5) : new Sharing(2, 1);
    }
}
