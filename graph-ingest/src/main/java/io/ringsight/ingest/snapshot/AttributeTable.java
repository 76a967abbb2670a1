package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.Token;
import java.util.Arrays;

/** Attributes of accounts as they are added. Not thread-safe. */
final class AttributeTable {
    private static final AccountAttribute[] ATTRIBUTES = AccountAttribute.values();

    private final TokenIndex tokens = new TokenIndex(); // the type is the ordinal of the attribute
    private final int[][] values = new int[ATTRIBUTES.length][16]; // number of the token + 1, 0 where missing

    void put(int account, AccountAttribute attribute, Token token) {
        column(attribute, account)[account] = tokens.numberOf(attribute.ordinal(), token) + 1;
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
        Arrays.setAll(columns, a -> column(values[a], order));
        return columns;
    }

    private AttributeColumn column(int[] values, int[] order) {
        int[] number = new int[tokens.size()]; // of a token, + 1
        int[] byAccount = new int[order.length];
        int[] found = new int[tokens.size()];
        int size = 0;
        for (int account = 0; account < order.length; account++) {
            int value = order[account] < values.length ? values[order[account]] - 1 : -1;
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
        return new AttributeColumn(byAccount, high, low);
    }
}
