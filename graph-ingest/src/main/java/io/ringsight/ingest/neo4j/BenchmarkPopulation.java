package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tokenised applications for measuring and for tests of interruption: each account has a device, a document, a phone, an
 * e-mail, an IP address and a payment; two in seven identifiers are shared, the IP addresses widely.
 */
public final class BenchmarkPopulation {
    private static final List<String> TYPES = List.of("device", "document", "phone", "email", "ip", "payment");
    private static final long START = 1_700_000_000_000L; // epoch ms
    private static final long YEAR = 31_536_000_000L; // ms

    private BenchmarkPopulation() {}

    /** {@code accounts} applications with six sightings each; the same seed gives the same. */
    public static Stream<TokenisedApplication> of(int accounts, long seed) {
        return IntStream.range(0, accounts).mapToObj(number -> application(number, accounts, seed));
    }

    private static TokenisedApplication application(int number, int accounts, long seed) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        String accountId = String.format("B%d-%08d", seed, number);
        long at = START + random.nextLong(YEAR);
        List<SightingRecord> sightings = new ArrayList<>();
        for (int type = 0; type < TYPES.size(); type++) {
            sightings.add(sighting(accountId, type, value(type, number, accounts, seed, random), at));
        }
        var account = new AccountRecord(
                accountId,
                at,
                at,
                Optional.of(new AttributeValue(token(100, random.nextInt(5_000)))),
                Optional.of(new AttributeValue(token(101, random.nextInt(50_000)))),
                Optional.of(new AttributeValue(token(102, random.nextInt(20_000)))),
                Optional.of("BR"),
                OptionalDouble.of(random.nextInt(100_000) / 100.0),
                token(103, number),
                Optional.empty());
        return new TokenisedApplication(account, sightings);
    }

    private static long value(int type, int number, int accounts, long seed, SplittableRandom random) {
        if (TYPES.get(type).equals("ip")) {
            return random.nextInt(Math.max(1, accounts / 10));
        }
        return random.nextInt(100) < 15 ? random.nextInt(Math.max(1, accounts / 4)) : accounts * (seed + 1) + number;
    }

    private static SightingRecord sighting(String accountId, int type, long value, long at) {
        var identifier = new IdentifierRecord(
                TYPES.get(type), token(type, value), Quality.VERIFIED, Optional.empty(), Optional.empty());
        return new SightingRecord(accountId, identifier, at, at);
    }

    private static Token token(int type, long value) {
        var random = new SplittableRandom(value * 1_000 + type);
        return new Token(random.nextLong(), random.nextLong());
    }
}
