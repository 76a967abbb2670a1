package io.ringsight.detect.evaluation.opponent;

import io.ringsight.detect.Population;
import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.BlockingKeys;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.snapshot.IdentityGraph;
import io.ringsight.ingest.snapshot.IdentityGraphBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Accounts with names, birth dates and identifiers: {@code account("A1", "surname:silva", "document:7~5", "email:x%template#9")}.
 * A value before {@code ~n} lends its signature, of which n bits are turned; {@code %kind#key} gives a blocking key; {@code !} is a
 * placeholder.
 */
final class People {
    private static final double DENSITY = 0.35;

    private final List<String[]> accounts = new ArrayList<>();
    private final IdentifierTypes types = IdentifierTypes.builtIn();

    People account(String id, String... values) {
        String[] all = new String[values.length + 1];
        all[0] = id;
        System.arraycopy(values, 0, all, 1, values.length);
        accounts.add(all);
        return this;
    }

    IdentityGraph graph() {
        return graph("key", 0);
    }

    /** The same people under other tokens, told in another order. */
    IdentityGraph graph(String key, long shuffle) {
        var builder = new IdentityGraphBuilder(types);
        var told = new ArrayList<>(accounts);
        Collections.shuffle(told, new Random(shuffle));
        for (String[] account : told) {
            int number = builder.account(account[0], 0, 0, Double.NaN);
            for (int i = 1; i < account.length; i++) {
                value(builder, number, key, account[i]);
            }
        }
        return builder.build();
    }

    private void value(IdentityGraphBuilder builder, int account, String key, String word) {
        String name = word.substring(0, word.indexOf(':'));
        var token = Population.token(key, word);
        int type = types.ordinal(name);
        if (type < 0) {
            var attribute = AccountAttribute.valueOf(name.toUpperCase(Locale.ROOT));
            var signature = signature(word, AccountAttribute.SIGNATURE_BITS);
            builder.attribute(account, attribute, new AttributeValue(token, Optional.of(signature)));
            return;
        }
        builder.sighting(account, type, token, 0, 0);
        int bits = types.get(type).signatureBits();
        builder.likeness(
                type,
                token,
                bits > 0 ? Optional.of(signature(word, bits)) : Optional.empty(),
                blockingKeys(word),
                word.endsWith("!"));
    }

    private static BlockingKeys blockingKeys(String word) {
        int from = word.indexOf('%');
        if (from < 0) {
            return BlockingKeys.NONE;
        }
        String[] parts = word.substring(from + 1).split("#");
        var kind = BlockingKind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        return new BlockingKeys(kind.key(Long.parseLong(parts[1]) << 8));
    }

    private static Bytes signature(String word, int bits) {
        String base = word.split("[~%!]")[0];
        var random = new Random(base.hashCode());
        byte[] signature = new byte[bits / 8];
        for (int bit = 0; bit < bits; bit++) {
            signature[bit / 8] |= (byte) (random.nextDouble() < DENSITY ? 1 << bit % 8 : 0);
        }
        int tilde = word.indexOf('~');
        int turned = tilde < 0 ? 0 : Integer.parseInt(word.substring(tilde + 1));
        for (int bit = 0; bit < turned; bit++) {
            signature[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return new Bytes(signature);
    }
}
