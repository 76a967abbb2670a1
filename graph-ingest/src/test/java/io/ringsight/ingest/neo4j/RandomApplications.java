package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.record.TokenisedSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** A random input as a file might hold it: odd ids, hubs, repetitions, later versions, late sightings. */
final class RandomApplications {
    private static final List<String> TYPES = List.of("device", "phone", "biometric", "ip", "email", "address");
    private static final List<String> ODD =
            List.of("", " ", ",", "\"", "'", "\\", "é", "名", "😀", "=1+1", "\n", "\t", "a\"b,c", "$x", "null");

    private final SplittableRandom random;
    private final int accounts;

    RandomApplications(long seed, int accounts) {
        this.random = new SplittableRandom(seed);
        this.accounts = accounts;
    }

    /** Hands the same input over again, whatever the sink. */
    static void hand(long seed, int accounts, TokenisedSink sink) {
        new RandomApplications(seed, accounts).hand(sink);
    }

    private void hand(TokenisedSink sink) {
        for (int i = 0; i < accounts * 5 / 4; i++) {
            int account = i < accounts ? i : random.nextInt(accounts);
            int version = i < accounts ? 0 : random.nextInt(3);
            sink.application(application(account, version));
        }
        for (int i = 0; i < accounts / 4; i++) {
            String accountId = id(random.nextInt(accounts));
            if (!sink.knows(accountId)) {
                throw new AssertionError("a sink forgot an account");
            }
            sink.sightings(List.of(sighting(accountId, random)));
        }
    }

    /** The same account and version always have the same content. */
    private TokenisedApplication application(int account, int version) {
        var fixed = new SplittableRandom(account * 7919L + version);
        long at = time(fixed);
        List<SightingRecord> sightings = new ArrayList<>();
        for (int i = fixed.nextInt(5); i >= 0; i--) {
            sightings.add(sighting(id(account), fixed));
        }
        return new TokenisedApplication(
                new AccountRecord(
                        id(account),
                        at,
                        at + fixed.nextInt(3),
                        attribute(7, fixed),
                        attribute(8, fixed),
                        attribute(9, fixed),
                        fixed.nextBoolean() ? Optional.of("BR") : Optional.empty(),
                        fixed.nextBoolean() ? OptionalDouble.of(fixed.nextDouble() * 1e6) : OptionalDouble.empty(),
                        new Token(account, version),
                        bytes(fixed)),
                sightings);
    }

    private SightingRecord sighting(String accountId, SplittableRandom from) {
        String type = TYPES.get(from.nextInt(TYPES.size()));
        int value = from.nextInt(10) == 0 ? 0 : from.nextInt(accounts);
        var fixed = new SplittableRandom(type.hashCode() * 31L + value);
        var identifier = new IdentifierRecord(
                type,
                new Token(type.hashCode() * 31L, value),
                Quality.VERIFIED,
                fixed.nextInt(4) == 0,
                signature(IdentifierTypes.builtIn().find(type).orElseThrow().signatureBits(), fixed),
                new BlockingKeys(fixed.longs(fixed.nextInt(4), 0, accounts / 4 + 1)
                        .map(hash -> BlockingKind.TEMPLATE.key(hash << 4))
                        .toArray()),
                bytes(from));
        long seenAt = time(from);
        return new SightingRecord(accountId, identifier, seenAt, seenAt + from.nextInt(2));
    }

    /** The same value always has the same signature; all values of an attribute but the surname have one. */
    private static Optional<AttributeValue> attribute(int attribute, SplittableRandom from) {
        if (from.nextBoolean()) {
            return Optional.empty();
        }
        var token = new Token(attribute, from.nextInt(9));
        byte[] bytes = new byte[AccountAttribute.SIGNATURE_BITS / Byte.SIZE];
        new SplittableRandom(token.hashCode()).nextBytes(bytes);
        boolean signed = attribute != 8 || token.low() > 4;
        return Optional.of(new AttributeValue(token, signed ? Optional.of(new Bytes(bytes)) : Optional.empty()));
    }

    private static Optional<Bytes> signature(int bits, SplittableRandom from) {
        if (from.nextInt(4) == 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[bits == 0 ? 5 : bits / Byte.SIZE];
        from.nextBytes(bytes);
        return Optional.of(new Bytes(bytes));
    }

    private static Optional<Bytes> bytes(SplittableRandom from) {
        if (from.nextBoolean()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[from.nextInt(1, 40)];
        from.nextBytes(bytes);
        return Optional.of(new Bytes(bytes));
    }

    private static long time(SplittableRandom from) {
        return 1_700_000_000_000L + from.nextInt(5) * 86_400_000L;
    }

    private static String id(int account) {
        return "A" + account + ODD.get(account % ODD.size());
    }
}
