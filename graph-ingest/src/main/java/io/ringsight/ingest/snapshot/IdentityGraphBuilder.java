package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierType;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Collects accounts and sightings in any order and builds the one snapshot that they make. Not thread-safe; may be used
 * once.
 */
public final class IdentityGraphBuilder implements TokenisedSink {
    private final IdentifierTypes types;
    private final AccountIndex accounts = new AccountIndex();
    private final TokenIndex tokens = new TokenIndex();
    private long[] createdAt = new long[16];
    private long[] accountRecordedAt = new long[16];
    private double[] exposure = new double[16];
    private final AttributeTable attributes = new AttributeTable();
    private final LikenessTable likeness;
    private SightingTable sightings = new SightingTable();
    private boolean spent;

    public IdentityGraphBuilder(IdentifierTypes types) {
        this.types = types;
        this.likeness = new LikenessTable(types);
    }

    /** Adds an application, or a later revision of one: times only move back, the newest exposure and attributes stand. */
    @Override
    public void application(TokenisedApplication application) {
        var account = application.account();
        int number = account(
                account.accountId(),
                account.createdAt(),
                account.recordedAt(),
                account.exposure().orElse(Double.NaN));
        attributes(number, account);
        application.sightings().forEach(sighting -> add(number, sighting));
    }

    private void attributes(int number, AccountRecord account) {
        attributes.clear(number);
        for (AccountAttribute attribute : AccountAttribute.values()) {
            account.value(attribute).ifPresent(value -> attributes.put(number, attribute, value));
        }
    }

    /** Adds what a snapshot knew by {@code time}: accounts and sightings all of whose times are at most that. */
    public void snapshot(IdentityGraph graph, long time) {
        snapshot(graph, time, _ -> true);
    }

    /** The same, of its sightings only some. */
    void snapshot(IdentityGraph graph, long time, IntPredicate kept) {
        for (int account = 0; account < graph.accountCount(); account++) {
            if (graph.createdAt(account) <= time && graph.accountRecordedAt(account) <= time) {
                int number = account(
                        graph.accountId(account),
                        graph.createdAt(account),
                        graph.accountRecordedAt(account),
                        graph.exposure(account));
                copyAttributes(graph, account, number);
                copySightings(graph, account, number, time, kept);
            }
        }
    }

    private void copyAttributes(IdentityGraph graph, int account, int number) {
        attributes.clear(number);
        for (AccountAttribute attribute : AccountAttribute.values()) {
            int value = graph.attribute(attribute, account);
            if (value >= 0) {
                attributes.put(number, attribute, graph.attributeValue(attribute, value));
            }
        }
    }

    private void copySightings(IdentityGraph graph, int account, int number, long time, IntPredicate kept) {
        for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
            if (graph.seenAt(s) <= time && graph.recordedAt(s) <= time && kept.test(s)) {
                int identifier = graph.identifierOf(s);
                int type = graph.identifierType(identifier);
                int known = tokens.numberOf(type, graph.token(identifier));
                sightings.add(number, known, graph.seenAt(s), graph.recordedAt(s));
                if (!likeness.knows(known)) {
                    likeness.put(
                            type,
                            known,
                            graph.storedSignature(identifier),
                            graph.rawBlockingKeys(identifier),
                            graph.isPlaceholder(identifier));
                }
            }
        }
    }

    @Override
    public boolean knows(String accountId) {
        return accounts.find(accountId) >= 0;
    }

    @Override
    public void sightings(List<SightingRecord> more) {
        for (SightingRecord sighting : more) {
            int account = accounts.find(sighting.accountId());
            if (account < 0) {
                throw new IllegalArgumentException("A sighting of an account that was not added.");
            }
            add(account, sighting);
        }
    }

    private void add(int account, SightingRecord sighting) {
        int type = types.ordinal(sighting.identifier().type());
        if (type < 0) {
            throw new IllegalArgumentException(
                    "Identifier type '" + sighting.identifier().type() + "' is not configured.");
        }
        IdentifierRecord identifier = sighting.identifier();
        int number = tokens.numberOf(type, identifier.token());
        sightings.add(account, number, sighting.seenAt(), sighting.recordedAt());
        likeness.put(type, number, identifier.signature(), identifier.blockingKeys(), identifier.placeholder());
    }

    /**
     * Adds an account, or meets it again.
     *
     * @return the number by which {@link #sighting} knows it
     */
    public int account(String accountId, long created, long recorded, double atStake) {
        int known = accounts.find(accountId);
        if (known >= 0) {
            createdAt[known] = Math.min(createdAt[known], created);
            accountRecordedAt[known] = Math.min(accountRecordedAt[known], recorded);
            exposure[known] = atStake;
            return known;
        }
        int number = accounts.add(accountId);
        if (number == createdAt.length) {
            int capacity = number * 2;
            createdAt = Arrays.copyOf(createdAt, capacity);
            accountRecordedAt = Arrays.copyOf(accountRecordedAt, capacity);
            exposure = Arrays.copyOf(exposure, capacity);
        }
        createdAt[number] = created;
        accountRecordedAt[number] = recorded;
        exposure[number] = atStake;
        return number;
    }

    /** Says an attribute of an account that was added. */
    public void attribute(int account, AccountAttribute attribute, Token token) {
        attribute(account, attribute, new AttributeValue(token));
    }

    /** Says an attribute of an account that was added. */
    public void attribute(int account, AccountAttribute attribute, AttributeValue value) {
        attributes.put(account, attribute, value);
    }

    /** Adds a sighting; the same (account, identifier, seen_at) again keeps the earlier {@code recorded}. */
    public void sighting(int account, int type, Token token, long seen, long recorded) {
        sightings.add(account, tokens.numberOf(type, token), seen, recorded);
    }

    /**
     * Says what an identifier that was sighted is near to; what was said first stands.
     *
     * @param signature of {@link IdentifierType#signatureBits} bits; of another length, it is left out
     */
    public void likeness(
            int type, Token token, Optional<Bytes> signature, BlockingKeys blockingKeys, boolean placeholder) {
        int number = tokens.known(type, token);
        if (number < 0) {
            throw new IllegalArgumentException("Identifier " + token + " was not sighted.");
        }
        likeness.put(type, number, signature, blockingKeys, placeholder);
    }

    /** The snapshot; the builder is spent. */
    public IdentityGraph build() {
        SightingTable table = spend();
        int[] byId = accounts.sorted();
        int[] rank = CountingSort.inverse(byId);
        table = table.groupedByIdentifier(rank, tokens.size());
        int[] useOffsets = table.offsetsByIdentifier(tokens.size());
        CanonicalOrder canonical = new IdentifierOrder(rank, table, useOffsets, tokens).canonical();
        likeness.settle(canonical);
        NodeOrder order = NodeOrder.breadthFirst(byId, table, useOffsets, canonical.numbers());
        return assemble(order, byId, table);
    }

    /** Lets go of the sightings, so that they need not be kept until the snapshot is ready. */
    private SightingTable spend() {
        if (spent) {
            throw new IllegalStateException("A snapshot builder builds once.");
        }
        spent = true;
        SightingTable table = sightings;
        sightings = new SightingTable();
        return table;
    }

    private IdentityGraph assemble(NodeOrder order, int[] byId, SightingTable table) {
        int accountCount = accounts.size();
        int identifierCount = tokens.size();
        int[] accountNumber = CountingSort.inverse(order.accounts());
        table.renumber(accountNumber, CountingSort.inverse(order.identifiers()));
        SightingTable byAccount = table.sorted(accountCount, identifierCount);

        int size = byAccount.size();
        int[] useOffsets = byAccount.offsetsByIdentifier(identifierCount);
        int[] useAccounts = new int[size];
        int[] uses = new int[size];
        int[] next = useOffsets.clone();
        for (int s = 0; s < size; s++) {
            int use = next[byAccount.identifier(s)]++;
            useAccounts[use] = byAccount.account(s);
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
                accounts.inOrder(order.accounts(), sortedAccounts),
                permuted(createdAt, order.accounts()),
                permuted(accountRecordedAt, order.accounts()),
                permuted(exposure, order.accounts()),
                attributes.columns(order.accounts()),
                type,
                high,
                low,
                likeness.inOrder(order.identifiers(), tokens::type),
                byAccount.offsetsByAccount(accountCount),
                byAccount.identifiers(),
                byAccount.seenAt(),
                byAccount.recordedAt(),
                useOffsets,
                useAccounts,
                uses);
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
}
