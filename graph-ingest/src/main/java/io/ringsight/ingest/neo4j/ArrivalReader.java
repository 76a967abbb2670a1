package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads what came into a store after a snapshot, account by account, in the order of the log. */
public final class ArrivalReader {
    private static final int AT_ONCE = 500;

    private ArrivalReader() {}

    /**
     * An account that is new or has a new version, with all that it uses.
     *
     * @param sequence log sequence number of the version
     * @param newest log sequence number among those of the version and of its sightings
     */
    public record Arrival(long sequence, long newest, TokenisedApplication application) {}

    /**
     * Log sequence numbers of accounts that are new or have a new version, ascending. Sightings that a file
     * appends to an account without a new version of it come with its next one; those that a request appends number the account anew.
     *
     * @param after log sequence number
     * @param upTo the last one that counts
     */
    public static long[] sequences(Store store, long after, long upTo) {
        return store
                .read(
                        Statement.SNAPSHOT_ARRIVAL_NUMBERS.with(Map.of("after", after, "upto", upTo)),
                        row -> row.get("seq").asLong())
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * Hands over accounts by their log sequence numbers, in that order; those that have a newer version by now are left out.
     *
     * @param upTo the last log sequence number of a sighting that counts
     */
    public static void read(Store store, long[] sequences, long upTo, Consumer<Arrival> take) {
        for (int from = 0; from < sequences.length; from += AT_ONCE) {
            List<Long> numbers = Arrays.stream(sequences, from, Math.min(sequences.length, from + AT_ONCE))
                    .boxed()
                    .toList();
            store
                    .read(
                            Statement.SNAPSHOT_ARRIVALS.with(Map.of("numbers", numbers, "upto", upTo)),
                            ArrivalReader::arrival)
                    .stream()
                    .sorted(Comparator.comparingLong(Arrival::sequence))
                    .forEach(take);
        }
    }

    /**
     * Hands over all that came within a stretch of the log, in its order, as it was at the end of the stretch: of an account that has a newer
     * version since, the one of then.
     *
     * @param after log sequence number
     * @param upTo the last one that counts
     */
    public static void readPast(Store store, long after, long upTo, Consumer<Arrival> take) {
        List<Arrival> before = store
                .read(
                        Statement.SNAPSHOT_ARRIVALS_BEFORE.with(Map.of("after", after, "upto", upTo)),
                        ArrivalReader::arrival)
                .stream()
                .sorted(Comparator.comparingLong(Arrival::sequence))
                .toList();
        var next = new ArrayDeque<>(before);
        read(store, sequences(store, after, upTo), upTo, arrival -> {
            while (!next.isEmpty() && next.getFirst().sequence() < arrival.sequence()) {
                take.accept(next.removeFirst());
            }
            take.accept(arrival);
        });
        next.forEach(take);
    }

    private static Arrival arrival(Record row) {
        String id = row.get("account_id").asString();
        List<SightingRecord> sightings = row.get("sightings").asList(sighting -> sighting(id, sighting));
        var account = new AccountRecord(
                id,
                row.get("created_at").asLong(),
                row.get("recorded_at").asLong(),
                attribute(row, "given_name"),
                attribute(row, "surname"),
                attribute(row, "birth_date"),
                optional(row.get("country")).map(Value::asString),
                row.get("exposure").isNull()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(row.get("exposure").asDouble()),
                Token.fromHex(row.get("content").asString()),
                Optional.empty());
        long sequence = row.get("seq").asLong();
        long newest = row.get("sightings").asList(sighting -> sighting.get(8).asLong()).stream()
                .mapToLong(Long::longValue)
                .reduce(sequence, Math::max);
        return new Arrival(sequence, newest, new TokenisedApplication(account, sightings));
    }

    private static Optional<AttributeValue> attribute(Record row, String name) {
        return optional(row.get(name))
                .map(token -> new AttributeValue(
                        Token.fromHex(token.asString()),
                        optional(row.get(name + "_signature")).map(bits -> new Bytes(bits.asByteArray()))));
    }

    private static SightingRecord sighting(String accountId, Value columns) {
        var identifier = new IdentifierRecord(
                columns.get(1).asString(),
                Token.fromHex(columns.get(0).asString()),
                Quality.valueOf(columns.get(7).asString().toUpperCase(Locale.ROOT)),
                !columns.get(4).isNull() && columns.get(4).asBoolean(),
                optional(columns.get(2)).map(bits -> new Bytes(bits.asByteArray())),
                optional(columns.get(3))
                        .map(keys -> new BlockingKeys(keys.asList(Value::asLong).stream()
                                .mapToLong(Long::longValue)
                                .toArray()))
                        .orElse(BlockingKeys.NONE),
                Optional.empty());
        return new SightingRecord(
                accountId, identifier, columns.get(5).asLong(), columns.get(6).asLong());
    }

    private static Optional<Value> optional(Value value) {
        return value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
