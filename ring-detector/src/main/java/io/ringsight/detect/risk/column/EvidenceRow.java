package io.ringsight.detect.risk.column;

import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.evidence.LogOdds;
import io.ringsight.ingest.record.IdentifierTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@linkplain EvidenceColumns columns of evidence} of one account, whether a snapshot holds it or not: told what it was weighed
 * against, then what speaks in its strongest pair. Mutable and reused; not thread-safe.
 */
public final class EvidenceRow {
    private static final double MOST = 20; // bits
    private static final double FLOOR = 10; // bits below even odds that count as nothing
    private static final List<String> FIELDS =
            List.of("given_name", "surname", "birth_date", "time", "tied", "kin", "pace");
    private static final String CONFLICT = "_WITH_OTHER_";
    private static final String PREFIX = "evidence_";
    private static final List<String> FIRST = List.of(
            "risk",
            "ring_risk",
            "ring_size",
            "pairs",
            "control",
            "hands",
            "person",
            "controlled",
            "handled",
            "for",
            "against",
            "conflicts");

    // positions of FIRST
    private static final int RISK = 0;
    private static final int RING_RISK = 1;
    private static final int RING_SIZE = 2;
    private static final int PAIRS = 3;
    private static final int CONTROL = 4;
    private static final int HANDS = 5;
    private static final int PERSON = 6;
    private static final int CONTROLLED = 7;
    private static final int HANDLED = 8;
    private static final int FOR = 9;
    private static final int AGAINST = 10;
    private static final int CONFLICTS = 11;

    private final Map<String, Integer> position; // by field
    private final float[] values;
    private int strongest;
    private double most;

    private EvidenceRow(Map<String, Integer> position) {
        this.position = position;
        values = new float[FIRST.size() + position.size()];
        clear();
    }

    /** Of nobody yet. */
    public static EvidenceRow of(IdentifierTypes types) {
        List<String> fields = fields(types);
        var position = new TreeMap<String, Integer>();
        for (int i = 0; i < fields.size(); i++) {
            position.put(fields.get(i), FIRST.size() + i);
        }
        return new EvidenceRow(position);
    }

    /** Another one, of nobody yet. */
    public EvidenceRow another() {
        return new EvidenceRow(position);
    }

    private static List<String> fields(IdentifierTypes types) {
        var fields = new LinkedHashSet<>(FIELDS);
        types.all().forEach(type -> fields.add(type.name())); // one that is named as a field counts with it
        return List.copyOf(fields);
    }

    /** The names of the columns, in order. */
    public static List<String> names(IdentifierTypes types) {
        var names = new ArrayList<String>();
        FIRST.forEach(name -> names.add(PREFIX + name));
        fields(types).forEach(field -> names.add(PREFIX + "by_" + field));
        return names;
    }

    public void clear() {
        Arrays.fill(values, 0);
        strongest = -1;
        most = 0;
    }

    /** @param probability of fraud, by evidence alone */
    public void risk(double probability) {
        values[RISK] = (float) Math.clamp(LogOdds.bits(probability), -MOST, MOST);
    }

    /**
     * @param probability of fraud, by evidence alone
     * @param size accounts
     */
    public void ring(double probability, int size) {
        values[RING_RISK] = strength(probability);
        values[RING_SIZE] = (float) Math.log(size);
    }

    /**
     * One pair in which it was weighed.
     *
     * @param control that both are under common control
     * @param operated that they are different identities in the same hands, given that
     */
    public void pair(double control, double operated) {
        double hands = control * operated;
        if (strongest < 0 || hands > most) {
            strongest = (int) values[PAIRS];
            most = hands;
        }
        values[PAIRS]++;
        values[CONTROLLED] += (float) control;
        values[HANDLED] += (float) hands;
        values[CONTROL] = Math.max(values[CONTROL], strength(control));
        values[HANDS] = Math.max(values[HANDS], strength(hands));
        values[PERSON] = Math.max(values[PERSON], strength(control - hands));
    }

    /** The pair that most looks like other hands, as they were told, from 0 on; -1 without any. */
    public int strongest() {
        return strongest;
    }

    /** @param evidence for and against common control in the strongest pair */
    public void fields(List<Evidence> evidence) {
        for (Evidence item : evidence) {
            float bits = (float) Math.clamp(item.bits(), -MOST, MOST);
            values[bits > 0 ? FOR : AGAINST] += bits;
            values[CONFLICTS] += item.code().contains(CONFLICT) ? bits : 0;
            Integer at = position.get(item.field());
            if (at == null) {
                throw new IllegalArgumentException("There is no column of field '" + item.field() + "'.");
            }
            values[at] += bits;
        }
    }

    /** float[names]: a copy. */
    public float[] values() {
        float[] row = values.clone();
        for (int sum : new int[] {PAIRS, CONTROLLED, HANDLED}) {
            row[sum] = (float) Math.log1p(row[sum]);
        }
        return row;
    }

    /** Log2 odds, counted from a thousandth up. */
    private static float strength(double probability) {
        if (probability <= 0) {
            return 0;
        }
        double bits = probability >= 1 ? MOST : LogOdds.bits(probability);
        return (float) Math.clamp(bits + FLOOR, 0, MOST + FLOOR);
    }
}
