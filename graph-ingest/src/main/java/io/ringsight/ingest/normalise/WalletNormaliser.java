package io.ringsight.ingest.normalise;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Wallet addresses: Ethereum and its kin in lower case (the case of EIP-55 is a checksum, not part of the address), bech32 in
 * lower case with its checksum (BIP 173, BIP 350), base58 with its checksum or of 32 bytes; all else exact text.
 */
final class WalletNormaliser {
    private static final Pattern ETHEREUM = Pattern.compile("0[xX]\\p{XDigit}{40}");
    private static final Pattern BECH32 = Pattern.compile("[a-z]{1,10}1[02-9ac-hj-np-z]{6,87}");
    private static final Pattern BASE58 = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{25,52}");
    private static final String BECH32_DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final String BASE58_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int BECH32M = 0x2bc830a3;
    private static final Pattern SCHEME =
            Pattern.compile("(?i)(bitcoin|btc|ethereum|eth|litecoin|ltc|tron|trx|solana|sol):");

    private WalletNormaliser() {}

    static Outcome normalise(String raw) {
        String text = ExactText.of(raw);
        var scheme = SCHEME.matcher(text);
        String address = scheme.lookingAt() ? text.substring(scheme.end()).strip() : text;
        String lower = address.toLowerCase(Locale.ROOT);
        if (ETHEREUM.matcher(address).matches()) {
            return Placeholder.isNumber(lower.substring(2))
                    ? Outcome.NormalForm.unverified(lower)
                    : Outcome.NormalForm.verified(lower);
        }
        boolean oneCase = address.equals(lower) || address.equals(address.toUpperCase(Locale.ROOT));
        if (oneCase && BECH32.matcher(lower).matches() && hasBech32Checksum(lower)) {
            return Outcome.NormalForm.verified(lower);
        }
        if (BASE58.matcher(address).matches() && isBase58(address)) {
            return Outcome.NormalForm.verified(address);
        }
        return Outcome.NormalForm.unverified(text);
    }

    private static boolean hasBech32Checksum(String address) {
        int split = address.lastIndexOf('1');
        int check = 1;
        for (int i = 0; i < split; i++) {
            check = polymod(check) ^ address.charAt(i) >> 5;
        }
        check = polymod(check);
        for (int i = 0; i < split; i++) {
            check = polymod(check) ^ address.charAt(i) & 31;
        }
        for (int i = split + 1; i < address.length(); i++) {
            check = polymod(check) ^ BECH32_DIGITS.indexOf(address.charAt(i));
        }
        return check == 1 || check == BECH32M;
    }

    private static int polymod(int check) {
        int[] generators = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5;
        for (int i = 0; i < generators.length; i++) {
            next ^= (top >> i & 1) != 0 ? generators[i] : 0;
        }
        return next;
    }

    private static boolean isBase58(String address) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < address.length(); i++) {
            number = number.multiply(BigInteger.valueOf(58))
                    .add(BigInteger.valueOf(BASE58_DIGITS.indexOf(address.charAt(i))));
        }
        byte[] magnitude = number.toByteArray();
        int sign = magnitude[0] == 0 ? 1 : 0;
        int zeros = 0;
        while (zeros < address.length() && address.charAt(zeros) == '1') {
            zeros++;
        }
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return bytes.length == 32 || bytes.length > 5 && hasDoubleHash(bytes);
    }

    private static boolean hasDoubleHash(byte[] bytes) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            int body = bytes.length - 4;
            byte[] hash = sha.digest(sha.digest(Arrays.copyOf(bytes, body)));
            return Arrays.equals(hash, 0, 4, bytes, body, bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
