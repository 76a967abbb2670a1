package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AttributeValue;
import java.util.Arrays;
import java.util.BitSet;

/** Attributes of accounts as they are added. Not thread-safe. */
final class AttributeTable {
    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();

    private final TokenIndex tokens = new TokenIndex(); // the type is the ordinal of the attribute
    private final SignatureTable signatures = signatures(); // by number of the token
    private final int[][] values = new int[ATTRIBUTES.length][16]; // number of the token + 1, 0 where missing

    void put(int account, AccountAttribute attribute, AttributeValue value) {
        int number = tokens.numberOf(attribute.ordinal(), value.token());
        column(attribute, account)[account] = number + 1;
        if (value.signature().isPresent() && !signatures.has(number)) {
            signatures.put(attribute.ordinal(), number, value.signature().get());
        }
    }

    private static SignatureTable signatures() {
        int[] bits = new int[ATTRIBUTES.length];
        Arrays.fill(bits, AccountAttribute.SIGNATURE_BITS);
        return new SignatureTable(bits);
    }

    void clear(int account) {
        for (AccountAttribute attribute : ATTRIBUTES) {
            column(attribute, account)[account] = 0;
        }
    }

    private int[] column(AccountAttribute attribute, int account) {
        int[] column = values[attribute.ordinal()];
        if (account >= column.length) {
            column = Arrays.copyOf(column, Math.max(account + 1, column.length * 2));
            values[attribute.ordinal()] = column;
        }
        return column;
    }

    /** The columns with accounts in that order, values numbered as they come. */
    AttributeColumn[] columns(int[] order) {
        var columns = new AttributeColumn[ATTRIBUTES.length];
        Arrays.setAll(columns, a -> column(a, values[a], order));
        return columns;
    }

    private AttributeColumn column(int attribute, int[] tokenOf, int[] order) {
        int[] number = new int[tokens.size()]; // of a token, + 1
        int[] byAccount = new int[order.length];
        int[] found = new int[tokens.size()];
        int size = 0;
        for (int account = 0; account < order.length; account++) {
            int value = order[account] < tokenOf.length ? tokenOf[order[account]] - 1 : -1;
            if (value >= 0 && number[value] == 0) {
                found[size] = value;
                number[value] = ++size;
            }
            byAccount[account] = value < 0 ? -1 : number[value] - 1;
        }
        long[] high = new long[size];
        long[] low = new long[size];
        for (int i = 0; i < size; i++) {
            high[i] = tokens.high(found[i]);
            low[i] = tokens.low(found[i]);
        }
        int[] values = Arrays.copyOf(found, size);
        signatures.canonicalise(attribute, new CanonicalOrder(values, new BitSet(), tokens::type));
        return new AttributeColumn(byAccount, high, low, signatures.column(attribute, values, tokens::type));
    }
}
