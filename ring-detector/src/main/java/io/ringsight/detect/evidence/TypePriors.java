package io.ringsight.detect.evidence;

import io.ringsight.detect.evidence.TypePrior.Near;
import io.ringsight.ingest.record.IdentifierKind;
import io.ringsight.ingest.record.IdentifierType;
import java.util.Map;

/**
 * The assumptions for the built-in types and for configured ones by kind.
 *
 * <pre>
 *            chance     crowd      colocated  customers  successors related    elsewhere  person     operated   impersonated
 * device     5e-4       0.3        0.02       0.95       0.45       0.16       0.3        0.6        0.35       0.02
 * document   5e-5       1e-4       1e-4       1e-4       1e-3       0.01       0.005      0.85       0.12       0.85
 * phone      3e-4       1e-3       1e-3       1e-3       0.5        0.04       0.05       0.75       0.3        0.02
 * email      0.001      1e-3       1e-3       1e-3       1e-3       0.01       0.01       0.25       0.04       0.02
 * payment    5e-4       1e-3       1e-3       1e-3       1e-3       0.2        0.4        0.6        0.35       0.02
 * tax_id     1e-4       1e-4       1e-4       1e-4       1e-3       0.005      0.002      0.9        0.1        0.85
 * wallet     0.002      0.02       1e-3       1e-3       1e-3       0.05       0.05       0.5        0.3        0.01
 * address    0.2        0.3        0.1        0.1        1e-3       0.85       0.02       0.8        0.1        0.02
 * ip         0.3        20         0.5        0.6        0.02       0.4        0.05       0.3        0.3        0.05
 * of_exact   0.005      0.05       0.01       0.01       0.05       0.1        0.05       0.5        0.25       0.02
 * of_serial  0.002      0.01       0.005      0.005      0.02       0.05       0.03       0.6        0.2        0.05
 * of_text    0.1        0.2        0.05       0.05       0.01       0.3        0.1        0.5        0.15       0.05
 * </pre>
 *
 * They are judgements: families share homes, cards and devices, nobody shares a passport, numbers are given out again. What chance does
 * weighs as much as the snapshot, the others a hundred pairs or so: a larger snapshot speaks for itself.
 */
final class TypePriors {
    private static final Near NEVER = Near.NEVER;

    private static final TypePrior DEVICE = new TypePrior(
            5e-4,
            0.3,
            0.02,
            0.95,
            0.45,
            0.16,
            0.3,
            0.6,
            0.35,
            0.02,
            Relation.OPERATED_BY_DEVICE,
            NEVER,
            NEVER,
            NEVER,
            NEVER);
    private static final TypePrior DOCUMENT = new TypePrior(
            5e-5,
            1e-4,
            1e-4,
            1e-4,
            1e-3,
            0.01,
            0.005,
            0.85,
            0.12,
            0.85,
            Relation.OPERATED_BY_SOURCE,
            new Near(2e-4, 1e-4, 0.05, 0.002, 0.12, 0.002),
            new Near(0.0014, 1e-4, 0.01, 0.002, 0.03, 0.002),
            new Near(5e-4, 1e-4, 0.001, 0.05, 0.02, 0.05),
            new Near(0.5, 0.001, 0.001, 0.001, 0.001, 0.001));
    private static final TypePrior PHONE = new TypePrior(
            3e-4,
            1e-3,
            1e-3,
            1e-3,
            0.5,
            0.04,
            0.05,
            0.75,
            0.3,
            0.02,
            Relation.OPERATED_BY_CONTACT,
            new Near(5e-4, 1e-4, 0.06, 0.002, 0.1, 0.001),
            new Near(0.0035, 1e-4, 0.02, 0.002, 0.03, 0.001),
            NEVER,
            new Near(0.5, 0.001, 0.001, 0.001, 0.001, 0.001));
    private static final TypePrior EMAIL = new TypePrior(
            0.001,
            1e-3,
            1e-3,
            1e-3,
            1e-3,
            0.01,
            0.01,
            0.25,
            0.04,
            0.02,
            Relation.OPERATED_BY_CONTACT,
            new Near(0.05, 1e-4, 0.002, 0.02, 0.1, 0.005),
            new Near(0.01, 1e-4, 0.002, 0.1, 0.01, 0.02),
            new Near(0.02, 1e-4, 0.002, 0.03, 0.01, 0.005),
            new Near(0.5, 0.001, 0.005, 0.02, 0.01, 0.01));
    private static final TypePrior PAYMENT = new TypePrior(
            5e-4,
            1e-3,
            1e-3,
            1e-3,
            1e-3,
            0.2,
            0.4,
            0.6,
            0.35,
            0.02,
            Relation.OPERATED_BY_PAYOUT,
            NEVER,
            NEVER,
            NEVER,
            NEVER);
    private static final TypePrior TAX_ID = new TypePrior(
            1e-4,
            1e-4,
            1e-4,
            1e-4,
            1e-3,
            0.005,
            0.002,
            0.9,
            0.1,
            0.85,
            Relation.OPERATED_BY_SOURCE,
            NEVER,
            NEVER,
            new Near(0.02, 1e-4, 0.001, 0.05, 0.01, 0.03),
            NEVER);
    private static final TypePrior WALLET = new TypePrior(
            0.002,
            0.02,
            1e-3,
            1e-3,
            1e-3,
            0.05,
            0.05,
            0.5,
            0.3,
            0.01,
            Relation.OPERATED_BY_PAYOUT,
            NEVER,
            NEVER,
            NEVER,
            NEVER);
    private static final TypePrior ADDRESS = new TypePrior(
            0.2,
            0.3,
            0.1,
            0.1,
            1e-3,
            0.85,
            0.02,
            0.8,
            0.1,
            0.02,
            Relation.OPERATED_BY_PLACE,
            NEVER,
            new Near(0.5, 0.2, 0.02, 0.03, 0.06, 0.005),
            new Near(0.2, 0.01, 0.05, 0.06, 0.02, 0.005),
            new Near(1, 0.1, 0.02, 0.02, 0.02, 0.005));
    private static final TypePrior IP = new TypePrior(
            0.3,
            20,
            0.5,
            0.6,
            0.02,
            0.4,
            0.05,
            0.3,
            0.3,
            0.05,
            Relation.OPERATED_BY_DEVICE,
            NEVER,
            NEVER,
            NEVER,
            NEVER);

    // of configured types nothing is known but how they are compared
    private static final TypePrior OF_EXACT = new TypePrior(
            0.005,
            0.05,
            0.01,
            0.01,
            0.05,
            0.1,
            0.05,
            0.5,
            0.25,
            0.02,
            Relation.OPERATED_BY_CONTACT,
            NEVER,
            NEVER,
            NEVER,
            NEVER);
    private static final TypePrior OF_SERIAL = new TypePrior(
            0.002,
            0.01,
            0.005,
            0.005,
            0.02,
            0.05,
            0.03,
            0.6,
            0.2,
            0.05,
            Relation.OPERATED_BY_CONTACT,
            new Near(0.01, 1e-4, 0.03, 0.002, 0.06, 0.002),
            new Near(0.05, 1e-4, 0.01, 0.002, 0.02, 0.002),
            new Near(0.01, 1e-4, 0.002, 0.04, 0.01, 0.01),
            new Near(0.5, 0.001, 0.001, 0.001, 0.001, 0.001));
    private static final TypePrior OF_TEXT = new TypePrior(
            0.1,
            0.2,
            0.05,
            0.05,
            0.01,
            0.3,
            0.1,
            0.5,
            0.15,
            0.05,
            Relation.OPERATED_BY_CONTACT,
            NEVER,
            NEVER,
            new Near(0.1, 0.01, 0.03, 0.06, 0.03, 0.01),
            NEVER);

    private static final Map<String, TypePrior> BUILT_IN = Map.of(
            "device", DEVICE,
            "document", DOCUMENT,
            "phone", PHONE,
            "email", EMAIL,
            "payment", PAYMENT,
            "tax_id", TAX_ID,
            "wallet", WALLET,
            "address", ADDRESS,
            "ip", IP);

    private TypePriors() {}

    static TypePrior of(IdentifierType type) {
        TypePrior known = BUILT_IN.get(type.name());
        return known != null ? known : ofKind(type.kind());
    }

    private static TypePrior ofKind(IdentifierKind kind) {
        return switch (kind) {
            case EXACT, BITS -> OF_EXACT;
            case SERIAL -> OF_SERIAL;
            case TEXT -> OF_TEXT;
        };
    }
}
