package io.ringsight.ingest.simulate;

/** Names of accounts. */
final class AccountIds {
    private AccountIds() {}

    /** Sixteen characters that say nothing about order or truth. A bijection of the number: no two are equal. */
    static String of(long seed, int number) {
        String digits = Long.toUnsignedString(Permutation.mix(Permutation.mix(seed) + number), 36);
        return "ac-" + "0".repeat(13 - digits.length()) + digits;
    }
}
