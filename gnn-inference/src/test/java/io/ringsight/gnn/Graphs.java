package io.ringsight.gnn;

import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.Random;

/** Snapshots to test with. */
public final class Graphs {
    private Graphs() {}

    public static IdentityGraph empty() {
        return new IdentityGraphBuilder(IdentifierTypes.builtIn()).build();
    }

    /** {@code "a:1,2 b:2 c:"}: account a uses identifiers 1 and 2, b uses 2, c none. All of one type, at one time. */
    public static IdentityGraph of(String text) {
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (String account : text.split(" ")) {
            String[] parts = account.split(":", -1);
            int number = builder.account(parts[0], 1000, 1000, Double.NaN);
            for (String identifier : parts[1].split(",")) {
                if (!identifier.isEmpty()) {
                    builder.sighting(number, 0, new Token(0, Long.parseLong(identifier)), 1000, 1000);
                }
            }
        }
        return builder.build();
    }

    /** Accounts with up to five sightings each of identifiers that are the rarer the higher their number. */
    public static IdentityGraph random(int accounts, int identifiers, long seed) {
        return random(accounts, identifiers, seed, 0);
    }

    /** The same accounts and pairs under another token key, with other types and times, so with another numbering. */
    public static IdentityGraph random(int accounts, int identifiers, long seed, long key) {
        var random = new Random(seed);
        var disguise = new Random(key);
        var builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());
        for (int account = 0; account < accounts; account++) {
            int number = builder.account("account-" + account, 1000, 1000, Double.NaN);
            for (int i = random.nextInt(6); i > 0; i--) {
                int identifier = (int) (identifiers * Math.pow(random.nextDouble(), 2));
                int type = (int) Long.remainderUnsigned(identifier * 31L + key, 10);
                long seen = 1000 + disguise.nextInt(1 + (int) key);
                builder.sighting(number, type, new Token(key, identifier ^ key), seen, seen);
            }
        }
        return builder.build();
    }
}
