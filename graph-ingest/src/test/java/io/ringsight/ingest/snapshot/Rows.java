package io.ringsight.ingest.snapshot;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** Accounts and sightings as plain rows, and the snapshot that they make. */
record Rows(List<AccountRow> accounts, List<SightingRow> sightings) {
    /** {@code surname} stands for what is tokenised; 0 is none. */
    record AccountRow(String id, long created, long recorded, double exposure, int surname) {}

    /** {@code value} stands for what is tokenised. */
    record SightingRow(String account, int type, int value, long seen, long recorded) {}

    /** A keyed token: other values, other tokens; another key, another token. */
    static Token token(long key, int type, int value) {
        var random = new SplittableRandom(key * 1_000_003 + type * 31L + value);
        random.nextLong();
        return new Token(random.nextLong(), random.nextLong());
    }

    IdentityGraph graph() {
        return graph(0);
    }

    IdentityGraph graph(long key) {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        Map<String, Integer> numbers = new HashMap<>();
        for (AccountRow row : accounts) {
            int number = builder.account(row.id(), row.created(), row.recorded(), row.exposure());
            numbers.put(row.id(), number);
            if (row.surname() != 0) {
                builder.attribute(number, AccountAttribute.SURNAME, token(key, -1, row.surname()));
            }
        }
        for (SightingRow row : sightings) {
            Integer account = numbers.get(row.account());
            if (account != null) {
                Token token = token(key, row.type(), row.value());
                builder.sighting(account, row.type(), token, row.seen(), row.recorded());
            }
        }
        return builder.build();
    }

    Rows shuffled(long seed) {
        var mixedAccounts = new ArrayList<>(accounts);
        var mixedSightings = new ArrayList<>(sightings);
        Collections.shuffle(mixedAccounts, new Random(seed));
        Collections.shuffle(mixedSightings, new Random(seed + 1));
        return new Rows(mixedAccounts, mixedSightings);
    }

    /** Only what has happened and was known by then. */
    Rows knownAt(long time) {
        return new Rows(
                accounts.stream()
                        .filter(row -> Math.max(row.created(), row.recorded()) <= time)
                        .toList(),
                sightings.stream()
                        .filter(row -> Math.max(row.seen(), row.recorded()) <= time)
                        .toList());
    }
}
