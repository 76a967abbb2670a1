package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** An application that a graph does not hold, or holds in an earlier form, laid out to be compared with its accounts. One thread. */
public final class Newcomer {
    private static final int UNKNOWN = -2; // a value that nobody has

    private AccountView view = new AccountView();

    /** What a graph knows by its token, its key or its likeness. */
    public interface Directory {
        /** The identifier of that type and token, or -1. */
        int identifier(int type, Token token);

        /** The value of that attribute and token, or -1. */
        int attribute(AccountAttribute attribute, Token token);

        /** Numbers of those of the keys that are known. */
        int[] blockingKeys(int type, long[] keys);

        /** The identifiers of a type of bit hashes that are near one; others have none. */
        int[] near(int type, long[] signature);
    }

    public Newcomer(TokenisedApplication application, IdentityGraph graph, Directory directory) {
        view.clear();
        view.createdAt = application.account().createdAt();
        for (AccountAttribute attribute : AccountAttribute.values()) {
            application.account().attribute(attribute).ifPresent(token -> {
                int known = directory.attribute(attribute, token);
                Signatures own = new Signatures(AccountAttribute.SIGNATURE_BITS);
                Optional<Bytes> signature = application.account().signature(attribute);
                signature.ifPresent(bytes -> own.add(graph.canonicalAttributeSignature(attribute, bytes)));
                view.attribute(attribute, known < 0 ? UNKNOWN : known, own, signature.isPresent() ? 0 : -1);
            });
        }
        for (Seen seen : seen(application, graph, directory)) {
            add(seen, graph, directory);
        }
    }

    /** An identifier with the stretch of time in which it was seen. */
    private record Seen(int number, IdentifierRecord identifier, long first, long last) {}

    /** Each once, unknown ones first, then in the order of the snapshot. */
    private static List<Seen> seen(TokenisedApplication application, IdentityGraph graph, Directory directory) {
        record Key(String type, Token token) {}
        Map<Key, Seen> each = new HashMap<>();
        for (SightingRecord sighting : application.sightings()) {
            IdentifierRecord identifier = sighting.identifier();
            int type = graph.types().ordinal(identifier.type());
            if (type >= 0 && !identifier.placeholder()) {
                int number = directory.identifier(type, identifier.token());
                var here = new Seen(number, identifier, sighting.seenAt(), sighting.seenAt());
                each.merge(
                        new Key(identifier.type(), identifier.token()),
                        here,
                        (a, b) -> new Seen(number, identifier, Math.min(a.first, b.first), Math.max(a.last, b.last)));
            }
        }
        var seen = new ArrayList<>(each.values());
        seen.sort(Comparator.comparingInt(Seen::number).thenComparing(item -> item.identifier.token()));
        return seen;
    }

    private void add(Seen seen, IdentityGraph graph, Directory directory) {
        int type = graph.types().ordinal(seen.identifier.type());
        Signatures all = graph.signatures(type);
        int row = seen.number < 0 || seen.number >= graph.identifierCount() ? -1 : graph.signatureOf(seen.number);
        if (seen.identifier.signature().isPresent() && graph.types().get(type).signatureBits() > 0) {
            long[] signature =
                    graph.canonicalSignature(type, seen.identifier.signature().get());
            all = new Signatures(signature.length * Long.SIZE);
            row = all.add(signature);
        }
        view.add(seen.number < 0 ? -1 : seen.number, type, seen.first, seen.last, all, row);
        for (int key :
                directory.blockingKeys(type, seen.identifier.blockingKeys().array())) {
            view.key(key);
        }
    }

    /** From now on it presents what it was seen with before, too. */
    void joined(AccountView before) {
        view = AccountView.union(before, view);
    }

    AccountView view() {
        return view;
    }

    /** The identifiers that are known, ascending. */
    public int[] known() {
        int first = 0;
        while (first < view.size && view.identifiers[first] < 0) {
            first++;
        }
        return Arrays.copyOfRange(view.identifiers, first, view.size);
    }

    /** What it may share, ascending, see {@link SharedThings}. */
    int[] things(int identifierCount) {
        int[] known = known();
        int[] keys = blockingKeys();
        int[] things = Arrays.copyOf(known, known.length + keys.length);
        for (int i = 0; i < keys.length; i++) {
            things[known.length + i] = identifierCount + keys[i];
        }
        Arrays.sort(things);
        return things;
    }

    /** When it was created, milliseconds since 1970 UTC. */
    public long createdAt() {
        return view.createdAt;
    }

    /** The number of its value; -1 where it has none, -2 where nobody else has it. */
    public int attribute(AccountAttribute attribute) {
        return view.attributes[attribute.ordinal()];
    }

    /** Takes an identifier. */
    public interface IdentifierVisitor {
        /**
         * @param number -1 for one that is not known
         * @param firstSeen milliseconds since 1970 UTC
         */
        void identifier(int number, int type, long firstSeen);
    }

    /** Hands over each identifier once, unknown ones first, then by number. */
    public void forEachIdentifier(IdentifierVisitor take) {
        for (int i = 0; i < view.size; i++) {
            take.identifier(view.identifiers[i], view.types[i], view.firstSeen[i]);
        }
    }

    /** Hands over the type and signature of each identifier that has one. */
    public void forEachSignature(BiConsumer<Integer, long[]> take) {
        for (int i = 0; i < view.size; i++) {
            if (view.rows[i] >= 0) {
                take.accept(view.types[i], view.signatures[i].get(view.rows[i]));
            }
        }
    }

    /** The blocking keys that are known. */
    public int[] blockingKeys() {
        return Arrays.copyOf(view.keys, view.keyCount);
    }
}
