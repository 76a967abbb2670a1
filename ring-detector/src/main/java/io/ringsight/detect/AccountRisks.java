package io.ringsight.detect;

import io.ringsight.detect.ring.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * What a detection says of many accounts, by column: their ids and 20 bytes each beside their reasons, where a list of objects takes some 80 more.
 * Elements are made as they are asked for. Immutable, thread-safe.
 */
final class AccountRisks extends AbstractList<AccountRisk> implements RandomAccess {
    private final byte[] ids; // UTF-8, one after the other
    private final int[] ends; // int[accounts], where each id ends
    private final @Nullable String[] rings;
    private final double[] risks;
    private final List<Reason>[] reasons;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of List<Reason>
    private AccountRisks(List<AccountRisk> accounts) {
        int size = accounts.size();
        var written = new ByteArrayOutputStream();
        ends = new int[size];
        rings = new @Nullable String[size];
        risks = new double[size];
        reasons = new List[size];
        for (int i = 0; i < size; i++) {
            AccountRisk account = accounts.get(i);
            written.writeBytes(account.accountId().getBytes(StandardCharsets.UTF_8));
            ends[i] = written.size();
            rings[i] = account.ringId();
            risks[i] = account.risk();
            reasons[i] = account.reasons();
        }
        ids = written.toByteArray();
    }

    static List<AccountRisk> of(List<AccountRisk> accounts) {
        return accounts instanceof AccountRisks ? accounts : new AccountRisks(accounts);
    }

    @Override
    public AccountRisk get(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        var id = new String(ids, from, ends[index] - from, StandardCharsets.UTF_8);
        return new AccountRisk(id, rings[index], risks[index], reasons[index]);
    }

    @Override
    public int size() {
        return ends.length;
    }
}
