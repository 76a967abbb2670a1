package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;

/**
 * What accounts that came since add to what a snapshot counts: users of things. How common names are stays as it was. Things that the
 * snapshot does not know have numbers beyond its own. One thread counts, or many read.
 */
final class GrowingFrequencies extends Frequencies {
    private final int identifiers;
    private final int keys;
    private final int[] values = new int[AccountAttribute.values().length];
    private final Int2IntOpenHashMap users = new Int2IntOpenHashMap(); // by identifier, those that came since
    private final Int2IntOpenHashMap behind = new Int2IntOpenHashMap(); // by blocking key
    private final Int2ObjectOpenHashMap<Key> keysSince = new Int2ObjectOpenHashMap<>();

    private record Key(int type, BlockingKind kind) {}

    GrowingFrequencies(Frequencies counted, int identifiers, int keys, int[] values) {
        super(counted);
        this.identifiers = identifiers;
        this.keys = keys;
        System.arraycopy(values, 0, this.values, 0, values.length);
    }

    void key(int key, int type, BlockingKind kind) {
        keysSince.put(key, new Key(type, kind));
    }

    void countUser(int identifier) {
        users.addTo(identifier, 1);
    }

    void countBehind(int key) {
        behind.addTo(key, 1);
    }

    @Override
    public int degree(int identifier) {
        return (identifier < identifiers ? super.degree(identifier) : 0) + users.get(identifier);
    }

    @Override
    int accountsBehind(int key) {
        return (key < keys ? super.accountsBehind(key) : 0) + behind.get(key);
    }

    @Override
    BlockingKind blockingKind(int key) {
        return key < keys ? super.blockingKind(key) : keysSince.get(key).kind();
    }

    @Override
    int blockingKeyType(int key) {
        return key < keys ? super.blockingKeyType(key) : keysSince.get(key).type();
    }

    @Override
    double ofOthers(AccountAttribute attribute, int value) {
        return value < values[attribute.ordinal()] ? super.ofOthers(attribute, value) : 0;
    }
}
