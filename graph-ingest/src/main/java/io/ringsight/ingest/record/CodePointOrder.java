package io.ringsight.ingest.record;

import java.util.Comparator;

/**
 * The order of ids everywhere: by code point, which is the byte order of their UTF-8. {@link String#compareTo} differs
 * from it where surrogates meet characters above them.
 */
public enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y) ? x - y : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
