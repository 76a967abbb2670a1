package io.ringsight.gnn.feature;

import java.nio.charset.StandardCharsets;

/**
 * 64 bits from the UTF-8 bytes of an account id: FNV-1a, then the finaliser of SplitMix64 (Steele, Lea, Flood: Fast
 * splittable pseudorandom number generators, OOPSLA 2014). Not for secrets.
 */
public final class AccountHash {
    private AccountHash() {}

    public static long of(String accountId) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : accountId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** A bijection of 64 bits in which every input bit flips about half of the output bits. */
    public static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
