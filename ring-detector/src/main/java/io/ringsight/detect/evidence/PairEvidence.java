package io.ringsight.detect.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Adds up the agreements of one pair after another. Agreements of different {@link DependenceGroup}s add up in full.
 * Within a group the strongest counts in full, the first further one adds at most {@code dependentBits}, every next one
 * half of that: who shares a home shares its network anyway. Terms are added in an order that depends on them alone, so
 * the sum has the same last bit however they came. Not thread-safe; reused to allocate nothing a pair.
 */
public final class PairEvidence {
    private static final Comparator<Evidence> STRONGEST_FIRST =
            Comparator.comparingDouble(Evidence::bits).reversed().thenComparing(Evidence::code);

    private final EvidenceModel model;
    private int[] types = new int[8];
    private double[] bits = new double[8];
    private int size;

    public PairEvidence(EvidenceModel model) {
        this.model = model;
    }

    public void clear() {
        size = 0;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** An agreement on an identifier of that type, which weighs that much alone. */
    public void add(int type, double weightBits) {
        if (size == types.length) {
            types = Arrays.copyOf(types, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
        }
        int at = size++;
        while (at > 0 && before(type, weightBits, types[at - 1], bits[at - 1])) {
            types[at] = types[at - 1];
            bits[at] = bits[at - 1];
            at--;
        }
        types[at] = type;
        bits[at] = weightBits;
    }

    /** By group, strongest first, then by type. */
    private boolean before(int type, double weight, int otherType, double otherWeight) {
        int group = model.group(type).ordinal();
        int otherGroup = model.group(otherType).ordinal();
        if (group != otherGroup) {
            return group < otherGroup;
        }
        return weight != otherWeight ? weight > otherWeight : type < otherType;
    }

    /** log2 odds of common control: the prior and all agreements. */
    public double totalBits() {
        double total = model.priorBits();
        for (int i = 0, further = 0; i < size; i++) {
            further = further(i, further);
            total += counted(i, further);
        }
        return total;
    }

    public double probability() {
        return EvidenceModel.probability(totalBits());
    }

    /** One item a type, strongest first. */
    public List<Evidence> evidence() {
        double[] byType = new double[model.typeCount()];
        for (int i = 0, further = 0; i < size; i++) {
            further = further(i, further);
            byType[types[i]] += counted(i, further);
        }
        var evidence = new ArrayList<Evidence>();
        for (int type = 0; type < byType.length; type++) {
            if (byType[type] > 0) {
                evidence.add(new Evidence(model.code(type), byType[type], model.typeName(type)));
            }
        }
        evidence.sort(STRONGEST_FIRST);
        return evidence;
    }

    private int further(int i, int before) {
        return i > 0 && model.group(types[i]) == model.group(types[i - 1]) ? before + 1 : 0;
    }

    private double counted(int i, int further) {
        return further == 0 ? bits[i] : Math.min(bits[i], model.dependentBits(further));
    }
}
