package io.ringsight.ingest.record;

/**
 * A type of identifier, for example {@code device}.
 *
 * @param name the word used in files, Cypher, JSON and the console: lower case, digits and underscores
 * @param kind how its values are compared
 * @param bits how many bits a value has: a multiple of 8 up to 4,096 for {@link IdentifierKind#BITS}, 0 for all others
 * @param prior what is assumed of sharing one, where that is not the default
 */
public record IdentifierType(String name, IdentifierKind kind, int bits, SharingPrior prior) {
    /** The length of a bit hash unless configured otherwise. */
    public static final int DEFAULT_BITS = 256;

    private static final int TEXT_BITS = 128;
    private static final int ADDRESS_BITS = 256;

    public IdentifierType {
        if (!name.matches("[a-z][a-z0-9_]{0,31}")) {
            throw new IllegalArgumentException(
                    "Identifier type '" + name + "' must be 1 to 32 lower-case letters, digits or underscores.");
        }
        boolean fits = kind == IdentifierKind.BITS ? bits >= 8 && bits <= 4096 && bits % 8 == 0 : bits == 0;
        if (!fits) {
            throw new IllegalArgumentException("Identifier type '" + name + "' of kind " + kind.word() + " cannot have "
                    + bits + " bits: bit hashes have a multiple of 8 up to 4096, other kinds none.");
        }
    }

    public IdentifierType(String name, IdentifierKind kind, int bits) {
        this(name, kind, bits, SharingPrior.DEFAULT);
    }

    public IdentifierType(String name, IdentifierKind kind) {
        this(name, kind, kind == IdentifierKind.BITS ? DEFAULT_BITS : 0);
    }

    /** The same type with other assumptions. */
    public IdentifierType with(SharingPrior other) {
        return new IdentifierType(name, kind, bits, other);
    }

    /** Bits of the signature of a value; 0 where values of the type are equal or not, and no more. */
    public int signatureBits() {
        return switch (name) {
            case "address" -> ADDRESS_BITS;
            case "tax_id" -> TEXT_BITS;
            case "phone" -> 0;
            default ->
                switch (kind) {
                    case EXACT -> 0;
                    case TEXT, SERIAL -> TEXT_BITS;
                    case BITS -> bits;
                };
        };
    }
}
