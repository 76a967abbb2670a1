package io.ringsight.detect.evidence;

import static io.ringsight.detect.evidence.DependenceGroup.CONTACT;
import static io.ringsight.detect.evidence.DependenceGroup.MONEY;
import static io.ringsight.detect.evidence.DependenceGroup.OTHER;
import static io.ringsight.detect.evidence.DependenceGroup.PERSON;
import static io.ringsight.detect.evidence.DependenceGroup.PLACE;

import io.ringsight.ingest.record.IdentifierKind;
import java.util.Map;

/**
 * What is assumed of each type before anything is estimated. With c = 0.5 a single agreement on an identifier of d
 * accounts gives odds of common control of c m / (kappa + iota (d - 1)); the last columns follow from the first.
 *
 * <pre>
 * type        m     kappa   iota     odds at d = 2   even at d    reasoning
 * document    0.20  0.002   0.0005   40              197          one person's second account; scanning errors
 * biometric   0.30  0.002   0.0003   65              494          the same template bit by bit
 * tax_id      0.10  0.002   0.0005   20               97          as document; typed by hand
 * phone       0.20  0.010   0.003     7.7             31          couples, parents, reassigned numbers
 * email       0.10  0.005   0.001     8.3             46          couples, agents who open accounts for others
 * payment     0.30  0.020   0.003     6.5             44          couples
 * wallet      0.30  0.010   0.002    12.5             71          exchanges' deposit addresses are the large ones
 * device      0.40  0.030   0.005     5.7             35          families; agent tablets are the large ones
 * address     0.30  1.000   0.100     0.14           never        households, houses of flats
 * ip          0.50  2.000   1.000     0.08           never        households, offices, carriers
 * </pre>
 */
final class BuiltInTypes {
    static final Map<String, TypeParameters> TABLE = Map.of(
            "document", new TypeParameters(0.20, 0.002, 0.0005, PERSON),
            "biometric", new TypeParameters(0.30, 0.002, 0.0003, PERSON),
            "tax_id", new TypeParameters(0.10, 0.002, 0.0005, PERSON),
            "phone", new TypeParameters(0.20, 0.010, 0.003, CONTACT),
            "email", new TypeParameters(0.10, 0.005, 0.001, CONTACT),
            "payment", new TypeParameters(0.30, 0.020, 0.003, MONEY),
            "wallet", new TypeParameters(0.30, 0.010, 0.002, MONEY),
            "device", new TypeParameters(0.40, 0.030, 0.005, PLACE),
            "address", new TypeParameters(0.30, 1.0, 0.1, PLACE),
            "ip", new TypeParameters(0.50, 2.0, 1.0, PLACE));

    private BuiltInTypes() {}

    /** Configured types: nothing is known but how they are compared, so they weigh less than their built-in kin. */
    static TypeParameters ofKind(IdentifierKind kind) {
        return switch (kind) {
            case EXACT -> new TypeParameters(0.20, 0.020, 0.005, OTHER);
            case SERIAL -> new TypeParameters(0.15, 0.010, 0.002, OTHER);
            case BITS -> new TypeParameters(0.20, 0.010, 0.002, OTHER);
            case TEXT -> new TypeParameters(0.20, 0.500, 0.050, OTHER);
        };
    }
}
