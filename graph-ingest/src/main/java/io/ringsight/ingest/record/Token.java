package io.ringsight.ingest.record;

import java.util.HexFormat;

/**
 * The keyed pseudonym of one normalised value: the first 16 bytes of an HMAC-SHA-256 under the key of its type.
 * Equal values of one type under one key have equal tokens; nothing else can be read from it.
 *
 * @param high the first eight bytes, big-endian
 * @param low the last eight bytes, big-endian
 */
public record Token(long high, long low) implements Comparable<Token> {
    private static final HexFormat HEX = HexFormat.of();

    /** Reads 32 hex digits, as {@link #hex()} writes them. */
    public static Token fromHex(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("A token has 32 hex digits, not " + hex.length() + ".");
        }
        return new Token(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    /** Reads the first 16 of the given bytes. */
    public static Token fromBytes(byte[] bytes) {
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        return new Token(buffer.getLong(), buffer.getLong());
    }

    /** 32 hex digits. */
    public String hex() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }

    /** The first eight hex digits: what messages and consoles show. */
    public String prefix() {
        return HEX.toHexDigits(high).substring(0, 8);
    }

    @Override
    public int compareTo(Token other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
