package io.ringsight.detect.ring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Names a ring by its members alone: {@code R-} and 13 digits of base 32 (65 bits) of the SHA-256 over their sorted
 * ids. The same members, the same name, in every run and under every key. This is the id of a ring that is new; one that was there before
 * keeps its own.
 */
public final class RingIds {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;

    private RingIds() {}

    /** The name of the ring of these members, which are sorted by code point. */
    public static String of(List<String> sortedMembers) {
        MessageDigest digest = sha256();
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        for (String member : sortedMembers) {
            byte[] utf8 = member.getBytes(StandardCharsets.UTF_8);
            digest.update(length.clear().putInt(utf8.length).array());
            digest.update(utf8);
        }
        return "R-" + base32(digest.digest());
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder(LENGTH);
        int bits = 0;
        int buffer = 0;
        for (int i = 0; text.length() < LENGTH; i++) {
            buffer = (buffer << 8 | bytes[i] & 0xFF) & 0xFFFF;
            bits += 8;
            while (bits >= 5 && text.length() < LENGTH) {
                bits -= 5;
                text.append(DIGITS.charAt(buffer >>> bits & 31));
            }
        }
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
