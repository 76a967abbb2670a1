package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Type;
import org.neo4j.driver.types.TypeSystem;

/**
 * Turns records of columns into a snapshot; knows nodes by their internal numbers. Sightings whose account or identifier it
 * was not given are newer than the snapshot and left out. Not thread-safe.
 */
final class NodeColumns {
    private static final int UNKNOWN = -1;
    private static final Type BYTES = TypeSystem.getDefault().BYTES();

    private final IdentifierTypes types;
    private final IdentityGraphBuilder builder;
    private final int[] accounts; // by internal number
    private final byte[] identifierTypes; // by internal number
    private final Token[] tokens; // by internal number
    private final @Nullable IdentifierNode[] nodes; // by internal number, until their first sighting

    NodeColumns(IdentifierTypes types, int nodes) {
        this.types = types;
        this.builder = new IdentityGraphBuilder(types);
        this.accounts = new int[nodes];
        this.identifierTypes = new byte[nodes];
        this.tokens = new Token[nodes];
        this.nodes = new IdentifierNode[nodes];
        Arrays.fill(accounts, UNKNOWN);
        Arrays.fill(identifierTypes, (byte) UNKNOWN);
    }

    void accounts(Record columns) {
        Value numbers = columns.get("numbers");
        Value ids = columns.get("account_ids");
        Value createdAt = columns.get("created_at");
        Value recordedAt = columns.get("recorded_at");
        Value exposure = columns.get("exposure");
        for (int row = 0; row < numbers.size(); row++) {
            accounts[numbers.get(row).asInt()] = builder.account(
                    ids.get(row).asString(),
                    createdAt.get(row).asLong(),
                    recordedAt.get(row).asLong(),
                    exposure.get(row).asDouble());
        }
        for (AccountAttribute attribute : AccountAttribute.values()) {
            String name = attribute.name().toLowerCase(Locale.ROOT);
            attributes(attribute, numbers, columns.get(name), columns.get(name + "_signature"));
        }
    }

    private void attributes(AccountAttribute attribute, Value numbers, Value hexes, Value signatures) {
        for (int row = 0; row < numbers.size(); row++) {
            String hex = hexes.get(row).asString();
            if (!hex.isEmpty()) {
                var value = new AttributeValue(Token.fromHex(hex), signature(signatures.get(row)));
                builder.attribute(accounts[numbers.get(row).asInt()], attribute, value);
            }
        }
    }

    void identifiers(Record columns) {
        Value numbers = columns.get("numbers");
        Value words = columns.get("types");
        Value hexes = columns.get("tokens");
        Value signatures = columns.get("signatures");
        Value blockingKeys = columns.get("blocking_keys");
        Value placeholders = columns.get("placeholders");
        for (int row = 0; row < numbers.size(); row++) {
            int number = numbers.get(row).asInt();
            identifierTypes[number] = ordinal(words.get(row).asString());
            tokens[number] = Token.fromHex(hexes.get(row).asString());
            nodes[number] = IdentifierNode.of(
                    signature(signatures.get(row)),
                    blockingKeys.get(row),
                    placeholders.get(row).asBoolean());
        }
    }

    private static Optional<Bytes> signature(Value value) {
        return value.hasType(BYTES) ? Optional.of(new Bytes(value.asByteArray())) : Optional.empty();
    }

    /** What an identifier is near to, until it is known to be sighted. */
    private record IdentifierNode(Optional<Bytes> signature, BlockingKeys blockingKeys, boolean placeholder) {
        static @Nullable IdentifierNode of(Optional<Bytes> signature, Value keys, boolean placeholder) {
            if (signature.isEmpty() && keys.isEmpty() && !placeholder) {
                return null;
            }
            long[] array = new long[keys.size()];
            Arrays.setAll(array, i -> keys.get(i).asLong());
            return new IdentifierNode(signature, new BlockingKeys(array), placeholder);
        }
    }

    void sightings(Record columns) {
        Value users = columns.get("accounts");
        Value identifiers = columns.get("identifiers");
        Value seenAt = columns.get("seen_at");
        Value recordedAt = columns.get("recorded_at");
        for (int row = 0; row < users.size(); row++) {
            int account = users.get(row).asInt();
            int identifier = identifiers.get(row).asInt();
            if (identifier < tokens.length && accounts[account] != UNKNOWN && identifierTypes[identifier] != UNKNOWN) {
                builder.sighting(
                        accounts[account],
                        identifierTypes[identifier],
                        tokens[identifier],
                        seenAt.get(row).asLong(),
                        recordedAt.get(row).asLong());
                likeness(identifier);
            }
        }
    }

    private void likeness(int identifier) {
        IdentifierNode node = nodes[identifier];
        if (node != null) {
            nodes[identifier] = null;
            builder.likeness(
                    identifierTypes[identifier],
                    tokens[identifier],
                    node.signature(),
                    node.blockingKeys(),
                    node.placeholder());
        }
    }

    IdentityGraph build() {
        return builder.build();
    }

    private byte ordinal(String type) {
        int ordinal = types.ordinal(type);
        if (ordinal < 0) {
            throw new RingsightException(
                    ErrorCode.CONFIGURATION,
                    "The store holds identifiers of type '" + type + "', which is not configured.",
                    "Maybe name the configuration file that it was ingested with: --config or RINGSIGHT_CONFIG.");
        }
        return (byte) ordinal;
    }
}
