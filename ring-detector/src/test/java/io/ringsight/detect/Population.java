package io.ringsight.detect;

import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SequencedMap;

/** Accounts and what they use, written as a story: {@code new Population().account("A1", 3, "device:d1")}. */
public final class Population {
    private static final long START = 1_767_225_600_000L; // 2026-01-01
    private final IdentifierTypes types;
    private final SequencedMap<String, Long> created = new LinkedHashMap<>();
    private final List<String[]> uses = new ArrayList<>();

    public Population() {
        this(IdentifierTypes.builtIn());
    }

    public Population(IdentifierTypes types) {
        this.types = types;
    }

    /** An account created that day, using each {@code type:value}. */
    public Population account(String id, int day, String... identifiers) {
        return accountAt(id, START + Duration.ofDays(day).toMillis(), identifiers);
    }

    public Population accountAt(String id, long createdAt, String... identifiers) {
        created.put(id, createdAt);
        for (String identifier : identifiers) {
            uses.add(new String[] {id, identifier});
        }
        return this;
    }

    public Population use(String id, String identifier) {
        uses.add(new String[] {id, identifier});
        return this;
    }

    public IdentityGraph graph() {
        return graph("key", 0);
    }

    /** The same story under another key set, told in another order. */
    public IdentityGraph graph(String key, long shuffle) {
        var builder = new IdentityGraphBuilder(types);
        var accounts = new ArrayList<>(created.entrySet());
        var shuffled = new ArrayList<>(uses);
        Collections.shuffle(accounts, new Random(shuffle));
        Collections.shuffle(shuffled, new Random(shuffle + 1));
        for (var account : accounts) {
            builder.account(account.getKey(), account.getValue(), account.getValue(), Double.NaN);
        }
        for (String[] use : shuffled) {
            int colon = use[1].indexOf(':');
            int type = types.ordinal(use[1].substring(0, colon));
            long seen = created.getOrDefault(use[0], START);
            int account = builder.account(use[0], seen, seen, Double.NaN);
            builder.sighting(account, type, token(key, use[1]), seen, seen);
        }
        return builder.build();
    }

    /** The same story as tokenised applications, by the order in which it was told. */
    public List<TokenisedApplication> applications() {
        return created.keySet().stream().map(this::application).toList();
    }

    /** One account of the story. */
    public TokenisedApplication application(String id) {
        long seen = created.getOrDefault(id, START);
        List<SightingRecord> sightings = uses.stream()
                .filter(use -> use[0].equals(id))
                .map(use -> new SightingRecord(
                        id,
                        new IdentifierRecord(
                                use[1].substring(0, use[1].indexOf(':')),
                                token("key", use[1]),
                                Quality.VERIFIED,
                                Optional.empty(),
                                Optional.empty()),
                        seen,
                        seen))
                .toList();
        var account = new AccountRecord(
                id,
                seen,
                seen,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                token("content", id),
                Optional.empty());
        return new TokenisedApplication(account, sightings);
    }

    /** What a keyed hash would be, near enough. */
    public static Token token(String key, String identifier) {
        try {
            return Token.fromBytes(MessageDigest.getInstance("SHA-256")
                    .digest((key + '\0' + identifier).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
