package io.ringsight.ingest.tokenise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Permutes the bits of a hash and flips those of a mask, both drawn from a key. Two hashes differ in as many bits after it
 * as before. That is all it hides: who knows one pair of hash and signature learns much of the key's mask. Thread-safe.
 */
final class BitScrambler {
    private final int[] target;
    private final byte[] mask;

    BitScrambler(KeyedHash key, int bits) {
        var stream = new KeyStream(key, "bit order of " + bits);
        target = new int[bits];
        Arrays.setAll(target, i -> i);
        for (int i = bits - 1; i > 0; i--) {
            int j = stream.below(i + 1);
            int swapped = target[i];
            target[i] = target[j];
            target[j] = swapped;
        }
        mask = new KeyStream(key, "bit mask of " + bits).bytes(bits / 8);
    }

    int bits() {
        return target.length;
    }

    byte[] scramble(byte[] bits) {
        if (bits.length != mask.length) {
            throw new IllegalArgumentException("Expected " + mask.length + " bytes, not " + bits.length + ".");
        }
        byte[] scrambled = mask.clone();
        for (int i = 0; i < target.length; i++) {
            if ((bits[i >> 3] >> (7 - (i & 7)) & 1) != 0) {
                int to = target[i];
                scrambled[to >> 3] ^= (byte) (0x80 >> (to & 7));
            }
        }
        return scrambled;
    }

    /** Pseudo-random bytes: HMAC of a label and a counter. */
    private static final class KeyStream {
        private final KeyedHash key;
        private final byte[] label;
        private int counter;
        private ByteBuffer block = ByteBuffer.allocate(0);

        KeyStream(KeyedHash key, String label) {
            this.key = key;
            this.label = label.getBytes(StandardCharsets.UTF_8);
        }

        byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            for (int i = 0; i < count; i++) {
                refill(1);
                bytes[i] = block.get();
            }
            return bytes;
        }

        /** Uniform in [0, bound): draws again where the remainder would favour small numbers. */
        int below(int bound) {
            while (true) {
                refill(4);
                int drawn = block.getInt() >>> 1;
                int result = drawn % bound;
                if (drawn - result + (bound - 1) >= 0) {
                    return result;
                }
            }
        }

        private void refill(int needed) {
            if (block.remaining() < needed) {
                ByteBuffer input = ByteBuffer.allocate(label.length + 5);
                // A normal form in hex never starts with a zero byte, so no token shares this input.
                input.put((byte) 0).put(label).putInt(counter++);
                block = ByteBuffer.wrap(key.of(input.array(), KeyedHash.LONGEST));
            }
        }
    }
}
