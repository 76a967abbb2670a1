package io.ringsight.detect.evidence;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.BlockingKind;
import io.ringsight.ingest.resemblance.Signatures;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.Set;

/**
 * Compares two accounts field by field. Of several equal identifiers of one type the rarest counts; a placeholder is as good as missing.
 * Immutable, thread-safe.
 */
final class PairComparison {
    /** Where the nearest of a crowd's users came from says nothing of when the crowd did. */
    private static final int CROWD = 16;
    /** Accounts behind one blocking key from which on sharing it is as good as nothing. */
    static final int CROWDED_KEY = 8;

    private static final double NAME_SLIP = 0.24;
    private static final double DATE_SLIP = 0.17;

    private final IdentityGraph graph;
    private final Frequencies frequencies;
    private final Fields fields;
    private final boolean[] isBits; // by type
    private final int email; // field, or -1
    private final Pace pace;
    private final boolean time;
    private final boolean resemblance;
    private final boolean conflicts;
    private final boolean rarity;

    PairComparison(IdentityGraph graph, Frequencies frequencies, Fields fields, Set<Ablation> without) {
        this.graph = graph;
        this.frequencies = frequencies;
        this.fields = fields;
        isBits = new boolean[graph.types().size()];
        for (int t = 0; t < isBits.length; t++) {
            isBits[t] = fields.ofType(t) >= 0 && fields.isBits(fields.ofType(t));
        }
        email = fields.ofTypeNamed("email");
        pace = new Pace(graph, frequencies);
        time = !without.contains(Ablation.TIME);
        resemblance = !without.contains(Ablation.RESEMBLANCE);
        conflicts = !without.contains(Ablation.CONFLICTS);
        rarity = !without.contains(Ablation.RARITY);
    }

    /**
     * Writes the levels of two accounts, all but {@link Fields#TIED} and {@link Fields#KIN}.
     *
     * @param newcomers 1 when one of them is not among those that were counted, else 0
     * @param shared gets the identifiers that both use and a third one too
     */
    void compare(AccountView a, AccountView b, int newcomers, ComparisonVector levels, SharedThings shared) {
        levels.clear();
        shared.clear();
        long both = a.presence & b.presence;
        for (int field = Fields.FIRST_TYPE; field < fields.size(); field++) {
            if ((both >>> fields.type(field) & 1) != 0) {
                levels.set(field, conflicts || isBits[fields.type(field)] ? Levels.DIFFERENT : Levels.MISSING);
            }
        }
        levels.set(Fields.GIVEN_NAME, name(a, b, AccountAttribute.GIVEN_NAME));
        levels.set(Fields.SURNAME, name(a, b, AccountAttribute.SURNAME));
        levels.set(Fields.BIRTH_DATE, birthDate(a, b));
        equal(a, b, newcomers, levels, shared);
        if (resemblance) {
            blocked(a, b, newcomers, levels, shared);
        }
        signatures(a, b, levels);
        explainedByName(levels);
        if (time) {
            levels.set(
                    Fields.PACE + Fields.crowd(shared.degree()),
                    pace.level(shared.rarest(), newcomers == 0, Math.abs(a.createdAt - b.createdAt)));
        }
    }

    /** E-mail addresses are made of names: where a name agrees, it is no news that they resemble each other. */
    private void explainedByName(ComparisonVector levels) {
        boolean sameName =
                levels.level(Fields.GIVEN_NAME) >= Levels.EQUAL || levels.level(Fields.SURNAME) >= Levels.EQUAL;
        if (email >= 0 && sameName && levels.level(email) >= Levels.SERIES) {
            levels.set(email, Levels.MISSING);
        }
    }

    private void equal(AccountView a, AccountView b, int newcomers, ComparisonVector levels, SharedThings shared) {
        long apart = Math.abs(a.createdAt - b.createdAt);
        int i = 0;
        int j = 0;
        while (i < a.size && j < b.size) {
            int x = a.identifiers[i];
            int y = b.identifiers[j];
            if (x == y && x >= 0) {
                int degree = frequencies.degree(x) + newcomers;
                int field = fields.ofType(a.types[i]);
                if (field >= 0 && !isBits[a.types[i]]) {
                    int level = rarity ? Levels.ofDegree(degree) : Levels.EQUAL;
                    int before = levels.level(field);
                    levels.set(field, before >= Levels.EQUAL ? Math.min(before, level) : level);
                }
                if (degree <= CROWD) {
                    apart = Math.min(apart, between(a, i, b, j));
                }
                if (degree > 2) {
                    shared.add(x, degree);
                }
            }
            if (x <= y) {
                i++;
            }
            if (y <= x) {
                j++;
            }
        }
        if (time) {
            levels.set(Fields.TIME, Levels.ofMillis(apart));
        }
    }

    /** Milliseconds between the stretches of time in which either used it; 0 when they overlap. */
    private static long between(AccountView a, int i, AccountView b, int j) {
        return Math.max(0, Math.max(a.firstSeen[i] - b.lastSeen[j], b.firstSeen[j] - a.lastSeen[i]));
    }

    private void blocked(AccountView a, AccountView b, int newcomers, ComparisonVector levels, SharedThings shared) {
        for (int i = 0; i < a.keyCount; i++) {
            for (int j = 0; j < b.keyCount; j++) {
                if (a.keys[i] == b.keys[j]) {
                    int key = a.keys[i];
                    int behind = frequencies.accountsBehind(key) + newcomers;
                    if (behind > 2) {
                        shared.add(graph.identifierCount() + key, behind);
                    }
                    int field = fields.ofType(frequencies.blockingKeyType(key));
                    if (field >= 0 && !Levels.isEqual(levels.level(field))) {
                        int level = level(frequencies.blockingKind(key), behind > CROWDED_KEY);
                        int before = levels.level(field);
                        levels.set(field, before >= Levels.SERIES ? Math.min(before, level) : level);
                    }
                }
            }
        }
    }

    static int level(BlockingKind kind, boolean crowded) {
        return switch (kind) {
            case SERIAL_NEAR -> Levels.SERIES;
            case TEMPLATE -> crowded ? Levels.CROWDED : Levels.SERIES;
            case SERIAL_FAR, BUILDING, LOCAL_PART -> crowded ? Levels.CROWDED : Levels.FAMILY;
            case OCR_CLASS -> Levels.SLIP;
            case DISPOSABLE -> Levels.CROWDED;
        };
    }

    private void signatures(AccountView a, AccountView b, ComparisonVector levels) {
        for (int i = 0; i < a.size; i++) {
            if (a.rows[i] < 0) {
                continue;
            }
            int field = fields.ofType(a.types[i]);
            int level = field < 0 ? Levels.EQUAL : levels.level(field);
            boolean open = level == Levels.DIFFERENT || level == Levels.MISSING || level == Levels.CROWDED;
            if (isBits[a.types[i]]) {
                bits(a, i, b, field, levels);
            } else if (resemblance && open && slipApart(a, i, b)) {
                levels.set(field, Levels.SLIP);
            }
        }
    }

    private void bits(AccountView a, int i, AccountView b, int field, ComparisonVector levels) {
        Signatures all = a.signatures[i];
        for (int j = 0; j < b.size; j++) {
            if (b.types[j] == a.types[i] && b.rows[j] >= 0) {
                int distance = Signatures.distance(all, a.rows[i], b.signatures[j], b.rows[j]);
                int level = distance == 0
                        ? Levels.IDENTICAL_BITS
                        : resemblance ? Levels.ofDistance(distance, all.bits()) : Levels.DIFFERENT;
                if (!conflicts && level == Levels.DIFFERENT) {
                    level = Levels.MISSING;
                }
                int before = levels.level(field);
                levels.set(field, nearer(before, level));
            }
        }
    }

    /** Identical, then the smaller distance, then different, then missing. */
    private static int nearer(int one, int other) {
        if (one == Levels.IDENTICAL_BITS || other == Levels.IDENTICAL_BITS) {
            return Levels.IDENTICAL_BITS;
        }
        if (one < Levels.EQUAL || other < Levels.EQUAL) {
            return Math.max(one, other);
        }
        return Math.min(one, other);
    }

    private static boolean slipApart(AccountView a, int i, AccountView b) {
        Signatures all = a.signatures[i];
        int most = (int) (Levels.slip(all.bits()) * all.bits());
        for (int j = 0; j < b.size; j++) {
            if (b.types[j] == a.types[i]
                    && b.rows[j] >= 0
                    && Signatures.distance(all, a.rows[i], b.signatures[j], b.rows[j]) <= most) {
                return true;
            }
        }
        return false;
    }

    private int name(AccountView a, AccountView b, AccountAttribute attribute) {
        int x = a.attributes[attribute.ordinal()];
        int y = b.attributes[attribute.ordinal()];
        if (x == -1 || y == -1) {
            return Levels.MISSING;
        }
        if (x == y && x >= 0) {
            return rarity ? Levels.ofFrequency(frequencies.ofOthers(attribute, x)) : Levels.EQUAL;
        }
        if (resemblance && near(a, b, attribute, NAME_SLIP)) {
            return Levels.NEAR_NAME;
        }
        return conflicts ? Levels.DIFFERENT : Levels.MISSING;
    }

    private int birthDate(AccountView a, AccountView b) {
        int x = a.attributes[AccountAttribute.BIRTH_DATE.ordinal()];
        int y = b.attributes[AccountAttribute.BIRTH_DATE.ordinal()];
        if (x == -1 || y == -1) {
            return Levels.MISSING;
        }
        if (x == y && x >= 0) {
            return Levels.EQUAL;
        }
        if (resemblance && near(a, b, AccountAttribute.BIRTH_DATE, DATE_SLIP)) {
            return Levels.NEAR_DATE;
        }
        return conflicts ? Levels.DIFFERENT : Levels.MISSING;
    }

    private static boolean near(AccountView a, AccountView b, AccountAttribute attribute, double most) {
        int at = attribute.ordinal();
        if (a.attributeRows[at] < 0 || b.attributeRows[at] < 0) {
            return false;
        }
        Signatures all = a.attributeSignatures[at];
        return Signatures.distance(all, a.attributeRows[at], b.attributeSignatures[at], b.attributeRows[at])
                <= most * all.bits();
    }
}
