package io.ringsight.ingest.normalise;

import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The normaliser of every identifier type of an installation. Thread-safe. */
public final class Normalisers {
    /** Goes up whenever some value gets another normal form: sealed values carry it. */
    public static final int VERSION = 1;

    private final Map<String, Normaliser> byType = new HashMap<>();

    public Normalisers(IdentifierTypes types) {
        types.all().forEach(type -> byType.put(type.name(), normaliser(type)));
    }

    /** The normal form of a raw value that is not blank. */
    public Outcome normalise(IdentifierType type, String raw, Optional<String> country) {
        Normaliser normaliser = byType.get(type.name());
        if (normaliser == null) {
            throw new IllegalArgumentException("No normaliser for " + type.name() + ".");
        }
        return normaliser.normalise(raw, country);
    }

    private static Normaliser normaliser(IdentifierType type) {
        return switch (type.name()) {
            case "device" -> (raw, _) -> DeviceNormaliser.normalise(raw);
            case "document" -> DocumentNormaliser::normalise;
            case "phone" -> PhoneNormaliser::normalise;
            case "email" -> (raw, _) -> EmailNormaliser.normalise(raw);
            case "address" -> (raw, _) -> AddressNormaliser.normalise(raw);
            case "ip" -> (raw, _) -> IpNormaliser.normalise(raw);
            case "payment" -> (raw, _) -> PaymentNormaliser.normalise(raw);
            case "tax_id" -> TaxIdNormaliser::normalise;
            case "wallet" -> (raw, _) -> WalletNormaliser.normalise(raw);
            default -> byKind(type);
        };
    }

    private static Normaliser byKind(IdentifierType type) {
        return switch (type.kind()) {
            case EXACT -> (raw, _) -> Outcome.NormalForm.verified(ExactText.of(raw));
            case TEXT -> (raw, _) -> FoldedText.outcome(raw);
            case SERIAL -> (raw, _) -> SerialNumber.outcome(raw);
            case BITS -> {
                var bits = new BitsNormaliser(type.bits());
                yield (raw, _) -> bits.normalise(raw);
            }
        };
    }
}
