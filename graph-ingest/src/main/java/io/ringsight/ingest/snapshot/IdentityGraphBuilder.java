package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects accounts and sightings in any order and builds the one snapshot that they make. Not thread-safe; may be used
 * once.
 */
public final class IdentityGraphBuilder implements TokenisedSink {
    private final IdentifierTypes types;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> ids = new ArrayList<>();
    private final TokenIndex tokens = new TokenIndex();
    private long[] createdAt = new long[16];
    private long[] accountRecordedAt = new long[16];
    private double[] exposure = new double[16];
    private final SightingTable sightings = new SightingTable();

    public IdentityGraphBuilder(IdentifierTypes types) {
        this.types = types;
    }

    /** Adds an application, or a later revision of one: times only move back, the newest exposure stands. */
    @Override
    public void application(TokenisedApplication application) {
        var account = application.account();
        int number = account(
                account.accountId(),
                account.createdAt(),
                account.recordedAt(),
                account.exposure().orElse(Double.NaN));
        application.sightings().forEach(sighting -> add(number, sighting));
    }

    @Override
    public boolean knows(String accountId) {
        return numbers.containsKey(accountId);
    }

    @Override
    public void sightings(List<SightingRecord> more) {
        for (SightingRecord sighting : more) {
            Integer account = numbers.get(sighting.accountId());
            if (account == null) {
                throw new IllegalArgumentException("A sighting of an account that was not added.");
            }
            add(account, sighting);
        }
    }

    private void add(int account, SightingRecord sighting) {
        int type = types.ordinal(sighting.identifier().type());
        sighting(account, type, sighting.identifier().token(), sighting.seenAt(), sighting.recordedAt());
    }

    /**
     * Adds an account, or meets it again.
     *
     * @return the number by which {@link #sighting} knows it
     */
    public int account(String accountId, long created, long recorded, double atStake) {
        Integer known = numbers.get(accountId);
        if (known != null) {
            createdAt[known] = Math.min(createdAt[known], created);
            accountRecordedAt[known] = Math.min(accountRecordedAt[known], recorded);
            exposure[known] = atStake;
            return known;
        }
        int number = ids.size();
        if (number == createdAt.length) {
            int capacity = number * 2;
            createdAt = Arrays.copyOf(createdAt, capacity);
            accountRecordedAt = Arrays.copyOf(accountRecordedAt, capacity);
            exposure = Arrays.copyOf(exposure, capacity);
        }
        createdAt[number] = created;
        accountRecordedAt[number] = recorded;
        exposure[number] = atStake;
        ids.add(accountId.getBytes(StandardCharsets.UTF_8));
        numbers.put(accountId, number);
        return number;
    }

    /** Adds a sighting; the same (account, identifier, seen_at) again keeps the earlier {@code recorded}. */
    public void sighting(int account, int type, Token token, long seen, long recorded) {
        sightings.add(account, tokens.numberOf(type, token), seen, recorded);
    }

    public IdentityGraph build() {
        numbers.clear();
        int[] byId = accountsById();
        int[] rank = inverse(byId);
        SightingTable byIdentifier = sightings.groupedByIdentifier(rank, tokens.size());
        int[] useOffsets = byIdentifier.offsetsByIdentifier(tokens.size());
        NodeOrder order = NodeOrder.breadthFirst(byId, rank, byIdentifier, useOffsets, tokens);
        return assemble(order, byId, byIdentifier);
    }

    private int[] accountsById() {
        int[] accounts = new int[ids.size()];
        Arrays.setAll(accounts, i -> i);
        IntArrays.quickSort(accounts, (a, b) -> Arrays.compareUnsigned(ids.get(a), ids.get(b)));
        return accounts;
    }

    private IdentityGraph assemble(NodeOrder order, int[] byId, SightingTable table) {
        int accountCount = ids.size();
        int identifierCount = order.identifiers().length;
        int[] accountNumber = inverse(order.accounts());
        int[] identifierNumber = inverse(order.identifiers());
        table.renumber(accountNumber, identifierNumber);
        SightingTable byAccount = table.sorted(accountCount, identifierCount);

        int size = byAccount.size();
        int[] identifiers = new int[size];
        long[] seenAt = new long[size];
        long[] recordedAt = new long[size];
        int[] sightingOffsets = new int[accountCount + 1];
        int[] useOffsets = new int[identifierCount + 1];
        for (int s = 0; s < size; s++) {
            identifiers[s] = byAccount.identifier(s);
            seenAt[s] = byAccount.seenAt(s);
            recordedAt[s] = byAccount.recordedAt(s);
            sightingOffsets[byAccount.account(s) + 1]++;
            useOffsets[identifiers[s] + 1]++;
        }
        Arrays.parallelPrefix(sightingOffsets, Integer::sum);
        Arrays.parallelPrefix(useOffsets, Integer::sum);

        int[] accounts = new int[size];
        int[] uses = new int[size];
        int[] next = useOffsets.clone();
        for (int s = 0; s < size; s++) {
            int use = next[identifiers[s]]++;
            accounts[use] = byAccount.account(s);
            uses[use] = s;
        }
        byte[] type = new byte[identifierCount];
        long[] high = new long[identifierCount];
        long[] low = new long[identifierCount];
        for (int i = 0; i < identifierCount; i++) {
            int old = order.identifiers()[i];
            type[i] = tokens.type(old);
            high[i] = tokens.high(old);
            low[i] = tokens.low(old);
        }
        int[] sortedAccounts = new int[accountCount];
        Arrays.setAll(sortedAccounts, r -> accountNumber[byId[r]]);
        return new IdentityGraph(
                types,
                accountIds(order.accounts(), sortedAccounts),
                permuted(createdAt, order.accounts()),
                permuted(accountRecordedAt, order.accounts()),
                permuted(exposure, order.accounts()),
                type,
                high,
                low,
                sightingOffsets,
                identifiers,
                seenAt,
                recordedAt,
                useOffsets,
                accounts,
                uses);
    }

    private AccountIds accountIds(int[] order, int[] sortedAccounts) {
        int[] offsets = new int[order.length + 1];
        for (int i = 0; i < order.length; i++) {
            offsets[i + 1] = Math.addExact(offsets[i], ids.get(order[i]).length);
        }
        byte[] utf8 = new byte[offsets[order.length]];
        for (int i = 0; i < order.length; i++) {
            byte[] id = ids.get(order[i]);
            System.arraycopy(id, 0, utf8, offsets[i], id.length);
        }
        return new AccountIds(utf8, offsets, sortedAccounts);
    }

    private static long[] permuted(long[] values, int[] order) {
        long[] permuted = new long[order.length];
        Arrays.setAll(permuted, i -> values[order[i]]);
        return permuted;
    }

    private static double[] permuted(double[] values, int[] order) {
        double[] permuted = new double[order.length];
        Arrays.setAll(permuted, i -> values[order[i]]);
        return permuted;
    }

    static int[] inverse(int[] order) {
        int[] inverse = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            inverse[order[i]] = i;
        }
        return inverse;
    }
}
