package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.resemblance.Signatures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * A snapshot: accounts, identifiers and the sightings between them, as of a time, in compressed sparse rows.
 *
 * <p>Accounts are numbered from 0 so that connected ones are near each other (breadth first from the smallest id);
 * identifiers likewise, in the order in which that walk meets them. Both numberings depend on ids, types, times and
 * structure alone, never on the token key, so results do not either. Sightings are numbered in the order of
 * (account, identifier, seen_at); a second row index lists them by (identifier, account, seen_at), where a position is
 * called a <em>use</em>. One account may have several sightings of one identifier: they are neighbours in both orders.
 *
 * <p>Bytes, for A accounts, I identifiers and S sightings: A * (id length + 42) + I * 29 + S * 22 and
 * 16 for each value of an attribute; its bits and 4 bytes for each signature; 17 for each blocking key and 8 for each
 * identifier that has it; {@link #memory()} itemises them.
 *
 * <p>Immutable, thread-safe. Two graphs are {@linkplain #sameAs the same} when all their arrays are.
 */
public final class IdentityGraph {
    private static final Signatures NO_SIGNATURES = new Signatures(Long.SIZE);

    private final IdentifierTypes types;
    private final AccountIds ids;
    private final TimeColumn createdAt; // [A], epoch ms
    private final TimeColumn accountRecordedAt; // [A], epoch ms
    private final double[] exposure; // double[A], NaN where none
    private final AttributeColumn[] attributes; // by ordinal
    private final byte[] identifierType; // byte[I], ordinal
    private final long[] tokenHigh; // long[I]
    private final long[] tokenLow; // long[I]
    private final IdentifierLikeness likeness;
    private final int[] sightingOffsets; // int[A + 1]
    private final int[] identifiers; // int[S], by sighting
    private final TimeColumn seenAt; // [S], epoch ms, by sighting
    private final TimeColumn recordedAt; // [S], epoch ms, by sighting
    private final int[] useOffsets; // int[I + 1]
    private final int[] accounts; // int[S], by use
    private final int[] sightings; // int[S], by use

    IdentityGraph(
            IdentifierTypes types,
            AccountIds ids,
            long[] createdAt,
            long[] accountRecordedAt,
            double[] exposure,
            AttributeColumn[] attributes,
            byte[] identifierType,
            long[] tokenHigh,
            long[] tokenLow,
            IdentifierLikeness likeness,
            int[] sightingOffsets,
            int[] identifiers,
            long[] seenAt,
            long[] recordedAt,
            int[] useOffsets,
            int[] accounts,
            int[] sightings) {
        this.types = types;
        this.ids = ids;
        this.createdAt = TimeColumn.of(createdAt);
        this.accountRecordedAt = TimeColumn.of(accountRecordedAt);
        this.exposure = exposure;
        this.attributes = attributes;
        this.identifierType = identifierType;
        this.tokenHigh = tokenHigh;
        this.tokenLow = tokenLow;
        this.likeness = likeness;
        this.sightingOffsets = sightingOffsets;
        this.identifiers = identifiers;
        this.seenAt = TimeColumn.of(seenAt);
        this.recordedAt = TimeColumn.of(recordedAt);
        this.useOffsets = useOffsets;
        this.accounts = accounts;
        this.sightings = sightings;
    }

    public IdentifierTypes types() {
        return types;
    }

    public int accountCount() {
        return createdAt.size();
    }

    public int identifierCount() {
        return identifierType.length;
    }

    public int sightingCount() {
        return identifiers.length;
    }

    // ---- accounts

    public String accountId(int account) {
        return ids.get(account);
    }

    /** The account of that id, or -1. */
    public int findAccount(String accountId) {
        return ids.find(accountId);
    }

    /** The account whose id has that rank when ids are sorted by code point. */
    public int accountByRank(int rank) {
        return ids.sorted(rank);
    }

    /** Milliseconds since 1970 UTC. */
    public long createdAt(int account) {
        return createdAt.get(account);
    }

    /** When we learned of the account, milliseconds since 1970 UTC. */
    public long accountRecordedAt(int account) {
        return accountRecordedAt.get(account);
    }

    /** Money at stake, or NaN. */
    public double exposure(int account) {
        return exposure[account];
    }

    /** Number of the account's value of an attribute, or -1 when it has none. Equal values have equal numbers. */
    public int attribute(AccountAttribute attribute, int account) {
        return attributes[attribute.ordinal()].values()[account];
    }

    /** How many values an attribute has: they are numbered from 0 on. */
    public int attributeValues(AccountAttribute attribute) {
        return attributes[attribute.ordinal()].high().length;
    }

    /** The token of a value of an attribute. */
    public Token attributeToken(AccountAttribute attribute, int value) {
        AttributeColumn column = attributes[attribute.ordinal()];
        return new Token(column.high()[value], column.low()[value]);
    }

    /** A value of an attribute as it is stored. */
    AttributeValue attributeValue(AccountAttribute attribute, int value) {
        return new AttributeValue(attributeToken(attribute, value), attributes[attribute.ordinal()].stored(value));
    }

    /**
     * Signatures of the values of an attribute; the row is the number of the value. None at all when some value was stored
     * without one. Not to be added to.
     */
    public Signatures attributeSignatures(AccountAttribute attribute) {
        AttributeColumn column = attributes[attribute.ordinal()];
        return column.isSigned() ? column.signatures().signatures() : NO_SIGNATURES;
    }

    /** A stored signature in the form of {@link #attributeSignatures}. */
    public long[] canonicalAttributeSignature(AccountAttribute attribute, Bytes stored) {
        return attributes[attribute.ordinal()].signatures().form().apply(stored);
    }

    // ---- identifiers

    /** Ordinal in {@link #types()}. */
    public int identifierType(int identifier) {
        return identifierType[identifier];
    }

    public Token token(int identifier) {
        return new Token(tokenHigh[identifier], tokenLow[identifier]);
    }

    /** Whether its value is what forms are filled with when there is nothing to fill in. */
    public boolean isPlaceholder(int identifier) {
        return likeness.placeholders().get(identifier);
    }

    // ---- likeness of identifiers

    /**
     * Signatures of the identifiers of a type, in order of identifier and in a form that no key plays a part in; none when
     * the type has none. Bits beyond those of the type are zero. Not to be added to.
     */
    public Signatures signatures(int type) {
        return likeness.signatures()[type].signatures();
    }

    /** The row of an identifier in the {@link #signatures} of its type, or -1. */
    public int signatureOf(int identifier) {
        return likeness.rows()[identifier];
    }

    public int identifierOfSignature(int type, int row) {
        return likeness.signatures()[type].owners()[row];
    }

    /** A stored signature in the form of {@link #signatures}. */
    public long[] canonicalSignature(int type, Bytes stored) {
        return likeness.signatures()[type].form().apply(stored);
    }

    /** The signature of an identifier as it is stored. */
    Optional<Bytes> storedSignature(int identifier) {
        int row = likeness.rows()[identifier];
        return row < 0 ? Optional.empty() : Optional.of(likeness.signatures()[identifierType[identifier]].stored(row));
    }

    /** How many blocking keys there are: they are numbered from 0 as identifiers meet them. */
    public int blockingKeyCount() {
        return likeness.blocking().size();
    }

    public BlockingKind blockingKind(int key) {
        return likeness.blocking().kind(key);
    }

    /** Ordinal of the identifier type in {@link #types()}: keys are of one type. */
    public int blockingKeyType(int key) {
        return likeness.blocking().types()[key];
    }

    /** The first position of an identifier's keys; its last is {@code firstBlockingKey(identifier + 1) - 1}. */
    public int firstBlockingKey(int identifier) {
        return likeness.blocking().offsets()[identifier];
    }

    public int blockingKey(int position) {
        return likeness.blocking().keys()[position];
    }

    /** The first position of a key's identifiers; its last is {@code firstBlocked(key + 1) - 1}. */
    public int firstBlocked(int key) {
        return likeness.blocking().blockedOffsets()[key];
    }

    /** Ascending within a key. */
    public int blockedIdentifier(int position) {
        return likeness.blocking().blocked()[position];
    }

    /** Numbers of those of the stored keys that the snapshot knows. */
    public int[] knownBlockingKeys(int type, long[] keys) {
        int[] known = new int[keys.length];
        int size = 0;
        for (long key : keys) {
            int number = likeness.blocking().find(type, key);
            if (number >= 0) {
                known[size++] = number;
            }
        }
        return Arrays.copyOf(known, size);
    }

    /** The blocking keys of an identifier as they are stored. */
    BlockingKeys rawBlockingKeys(int identifier) {
        return likeness.blocking().raw(identifier);
    }

    // ---- sightings, by account

    /** The first sighting of an account; its last is {@code firstSighting(account + 1) - 1}. */
    public int firstSighting(int account) {
        return sightingOffsets[account];
    }

    public int identifierOf(int sighting) {
        return identifiers[sighting];
    }

    /** When it happened, milliseconds since 1970 UTC. */
    public long seenAt(int sighting) {
        return seenAt.get(sighting);
    }

    /** When we learned it, milliseconds since 1970 UTC. */
    public long recordedAt(int sighting) {
        return recordedAt.get(sighting);
    }

    // ---- sightings, by identifier

    /** The first use of an identifier; its last is {@code firstUse(identifier + 1) - 1}. */
    public int firstUse(int identifier) {
        return useOffsets[identifier];
    }

    public int accountOf(int use) {
        return accounts[use];
    }

    public int sightingOf(int use) {
        return sightings[use];
    }

    /** How many accounts use the identifier. */
    public int degree(int identifier) {
        int count = 0;
        int previous = -1;
        for (int use = useOffsets[identifier]; use < useOffsets[identifier + 1]; use++) {
            if (accounts[use] != previous) {
                previous = accounts[use];
                count++;
            }
        }
        return count;
    }

    // ---- the whole

    /**
     * The snapshot as of {@code time} (milliseconds since 1970 UTC): accounts and sightings all of whose times are at
     * most that; identifiers without a sighting left are dropped. The same as one built from only those records.
     */
    public IdentityGraph asOf(long time) {
        if (newestTime() <= time) {
            return this;
        }
        var builder = new IdentityGraphBuilder(types);
        builder.snapshot(this, time);
        return builder.build();
    }

    /**
     * The snapshot as it would be without some of its sightings: all accounts stay, identifiers without a sighting left are dropped. To see
     * what a sighting is worth.
     *
     * @param kept by number of the sighting
     */
    public IdentityGraph keeping(IntPredicate kept) {
        var builder = new IdentityGraphBuilder(types);
        builder.snapshot(this, Long.MAX_VALUE, kept);
        return builder.build();
    }

    /** The newest time in the snapshot, milliseconds since 1970 UTC; {@code Long.MIN_VALUE} when it is empty. */
    public long newestTime() {
        long newest = Long.MIN_VALUE;
        for (TimeColumn times : List.of(createdAt, accountRecordedAt, seenAt, recordedAt)) {
            newest = Math.max(newest, times.newest());
        }
        return newest;
    }

    /** What the arrays weigh. */
    public SnapshotMemory memory() {
        return new SnapshotMemory(List.of(
                item("account ids, UTF-8", "byte", ids.utf8Length(), Byte.BYTES),
                item("account id offsets", "int", accountCount() + 1L, Integer.BYTES),
                item("accounts in order of id", "int", accountCount(), Integer.BYTES),
                item("created_at", createdAt),
                item("account recorded_at", accountRecordedAt),
                item("exposure", "double", exposure.length, Double.BYTES),
                item("attributes", "int", (long) attributes.length * accountCount(), Integer.BYTES),
                item("tokens of attribute values", "long", 2L * attributeValues(), Long.BYTES),
                item("identifier type", "byte", identifierType.length, Byte.BYTES),
                item("token, high half", "long", tokenHigh.length, Long.BYTES),
                item("token, low half", "long", tokenLow.length, Long.BYTES),
                item("signature of an identifier", "int", identifierType.length, Integer.BYTES),
                item("signatures", "long", signatureBytes() / Long.BYTES, Long.BYTES),
                item("identifier of a signature", "int", signatureCount(), Integer.BYTES),
                item("placeholders", "long", likeness.placeholders().toLongArray().length, Long.BYTES),
                item("blocking keys", "long", blockingKeyCount(), Long.BYTES),
                item("type of a blocking key", "byte", blockingKeyCount(), Byte.BYTES),
                item("blocking keys in order", "int", blockingKeyCount(), Integer.BYTES),
                item("blocking keys, identifier rows", "int", identifierCount() + 1L, Integer.BYTES),
                item("blocking key of an identifier", "int", likeness.blocking().keys().length, Integer.BYTES),
                item("blocking keys, rows", "int", blockingKeyCount() + 1L, Integer.BYTES),
                item("identifier of a blocking key", "int", likeness.blocking().blocked().length, Integer.BYTES),
                item("account rows", "int", sightingOffsets.length, Integer.BYTES),
                item("identifier of a sighting", "int", identifiers.length, Integer.BYTES),
                item("seen_at", seenAt),
                item("recorded_at", recordedAt),
                item("identifier rows", "int", useOffsets.length, Integer.BYTES),
                item("account of a use", "int", accounts.length, Integer.BYTES),
                item("sighting of a use", "int", sightings.length, Integer.BYTES)));
    }

    private Stream<SignatureColumn> signatureColumns() {
        return Stream.concat(
                Arrays.stream(likeness.signatures()), Arrays.stream(attributes).map(AttributeColumn::signatures));
    }

    private long signatureBytes() {
        return signatureColumns()
                .mapToLong(column -> column.signatures().bytes())
                .sum();
    }

    private long signatureCount() {
        return signatureColumns().mapToLong(column -> column.owners().length).sum();
    }

    private int attributeValues() {
        return Arrays.stream(attributes)
                .mapToInt(column -> column.high().length)
                .sum();
    }

    private static SnapshotMemory.Item item(String meaning, TimeColumn times) {
        return item(meaning, "time", times.size(), times.bytes());
    }

    private static SnapshotMemory.Item item(String meaning, String type, long length, int elementBytes) {
        return new SnapshotMemory.Item(meaning, type, length, elementBytes);
    }

    /** Whether the other has the same content in the same order. */
    public boolean sameAs(IdentityGraph other) {
        return types.equals(other.types)
                && ids.sameAs(other.ids)
                && createdAt.sameAs(other.createdAt)
                && accountRecordedAt.sameAs(other.accountRecordedAt)
                && Arrays.equals(exposure, other.exposure)
                && sameAttributes(other)
                && Arrays.equals(identifierType, other.identifierType)
                && Arrays.equals(tokenHigh, other.tokenHigh)
                && Arrays.equals(tokenLow, other.tokenLow)
                && likeness.sameAs(other.likeness)
                && Arrays.equals(sightingOffsets, other.sightingOffsets)
                && Arrays.equals(identifiers, other.identifiers)
                && seenAt.sameAs(other.seenAt)
                && recordedAt.sameAs(other.recordedAt)
                && Arrays.equals(useOffsets, other.useOffsets)
                && Arrays.equals(accounts, other.accounts);
    }

    private boolean sameAttributes(IdentityGraph other) {
        for (int a = 0; a < attributes.length; a++) {
            if (!attributes[a].sameAs(other.attributes[a])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return accountCount() + " accounts, " + identifierCount() + " identifiers, " + sightingCount() + " sightings";
    }
}
