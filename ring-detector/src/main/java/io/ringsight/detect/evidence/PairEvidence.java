package io.ringsight.detect.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a pair's log2 odds of common control apart into evidence: fields are added one after the other, agreements first, and each is
 * worth by how much it moves the odds that stand by then. So the terms add up to the odds exactly, and what an agreement already explains
 * is not counted twice. Immutable, thread-safe.
 */
final class PairEvidence {
    private static final List<String> FIRST =
            List.of("biometric", "document", "tax_id", "payment", "wallet", "phone", "email", "device");
    private static final List<String> LAST = List.of("address", "ip");
    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Evidence evidence) -> Math.abs(evidence.bits()))
            .reversed()
            .thenComparing(Evidence::code);
    private static final double NOTHING = 0.005; // bits that are not worth a word

    private final PairModel model;
    private final Fields fields;
    private final int[] order; // fields of identifier types, then of the person
    private final int face;
    private final int document;
    private final int taxId;
    private final int address;

    PairEvidence(PairModel model, Fields fields) {
        this.model = model;
        this.fields = fields;
        face = fields.ofTypeNamed("biometric");
        document = fields.ofTypeNamed("document");
        taxId = fields.ofTypeNamed("tax_id");
        address = fields.ofTypeNamed("address");
        order = order();
    }

    private int[] order() {
        var names = new ArrayList<String>(FIRST);
        fields.types().all().stream()
                .map(type -> type.name())
                .filter(name -> !FIRST.contains(name) && !LAST.contains(name))
                .forEach(names::add);
        names.addAll(LAST);
        return names.stream()
                .mapToInt(fields::ofTypeNamed)
                .filter(field -> field >= 0)
                .toArray();
    }

    /** For some relations against all others: strongest first, then by code. With the prior odds the terms add up, but for hundredths. */
    List<Evidence> of(long first, long second, Set<Relation> relations) {
        var sum = new Sum(first, second, relations);
        for (int field : order) {
            if (sum.level(field) > Levels.DIFFERENT) {
                sum.add(field);
            }
        }
        for (int field = Fields.GIVEN_NAME; field <= Fields.BIRTH_DATE; field++) {
            sum.add(field);
        }
        for (int field : order) {
            if (sum.level(field) == Levels.DIFFERENT) {
                sum.add(field);
            }
        }
        for (int field = Fields.TIED; field < Fields.FIRST_TYPE; field++) {
            sum.add(field);
        }
        sum.add(Fields.TIME);
        sum.evidence.sort(STRONGEST_FIRST);
        return sum.evidence;
    }

    /** The odds as field after field is added. */
    private final class Sum {
        private final List<Evidence> evidence = new ArrayList<>();
        private final long first;
        private final long second;
        private final Set<Relation> relations;
        private final double[] logs = model.prior();
        private double bits;

        Sum(long first, long second, Set<Relation> relations) {
            this.first = first;
            this.second = second;
            this.relations = relations;
            this.bits = PairModel.bits(logs, relations);
        }

        int level(int field) {
            return ComparisonVector.level(first, second, field);
        }

        void add(int field) {
            if (level(field) == Levels.MISSING) {
                return;
            }
            model.add(field, level(field), logs);
            double after = PairModel.bits(logs, relations);
            double moved = after - bits;
            bits = after;
            if (Math.abs(moved) >= NOTHING) {
                String code = code(field, level(field), first, second, moved).intern(); // few, in many pairs
                evidence.add(new Evidence(code, moved, fields.name(field)));
            }
        }
    }

    private String code(int field, int level, long first, long second, double bits) {
        return switch (field) {
            case Fields.TIME -> bits >= 0 ? "CLOSE_IN_TIME" : "FAR_IN_TIME";
            case Fields.GIVEN_NAME, Fields.SURNAME, Fields.BIRTH_DATE -> ofPerson(field, level, first, second, bits);
            default -> fields.isType(field) ? ofType(field, level, first, second) : ofCrowd(field, bits);
        };
    }

    private static String ofCrowd(int field, double bits) {
        if (field >= Fields.PACE) {
            return bits >= 0 ? "IN_A_HURRY" : "AT_HUMAN_PACE";
        }
        return field >= Fields.KIN ? bits >= 0 ? "NO_FAMILY" : "FAMILY" : bits >= 0 ? "TIED_CROWD" : "UNTIED_CROWD";
    }

    /** Conflicts have names of their own: one face, two names. */
    private String ofPerson(int field, int level, long first, long second, double bits) {
        String name = upper(field);
        if (level == Levels.DIFFERENT) {
            if (face >= 0 && Levels.isNearBits(ComparisonVector.level(first, second, face))) {
                return "FACE_WITH_OTHER_" + name;
            }
            boolean tax = taxId >= 0 && Levels.isEqual(ComparisonVector.level(first, second, taxId));
            return field == Fields.BIRTH_DATE && tax ? "TAX_ID_WITH_OTHER_BIRTH_DATE" : "DIFFERENT_" + name;
        }
        boolean home = address >= 0 && Levels.isEqual(ComparisonVector.level(first, second, address));
        if (field == Fields.SURNAME && home && bits < 0) {
            return "SAME_HOUSEHOLD";
        }
        boolean near = level == (field == Fields.BIRTH_DATE ? Levels.NEAR_DATE : Levels.NEAR_NAME);
        return (near ? "SIMILAR_" : "SAME_") + name;
    }

    private String ofType(int field, int level, long first, long second) {
        String name = upper(field);
        if (fields.isBits(field)) {
            boolean papers = document >= 0 && Levels.isEqual(ComparisonVector.level(first, second, document));
            return level == Levels.IDENTICAL_BITS
                    ? "SHARED_" + name
                    : Levels.isNearBits(level)
                            ? "SIMILAR_" + name
                            : papers && level == Levels.DIFFERENT ? "DOCUMENT_WITH_OTHER_FACE" : "DIFFERENT_" + name;
        }
        return switch (level) {
            case Levels.DIFFERENT -> "DIFFERENT_" + name;
            case Levels.SERIES -> name.equals("EMAIL") ? "EMAIL_OF_ONE_TEMPLATE" : "CONSECUTIVE_" + name;
            case Levels.FAMILY ->
                switch (name) {
                    case "ADDRESS" -> "SAME_BUILDING";
                    case "EMAIL" -> "SAME_LOCAL_PART";
                    default -> name + "_OF_ONE_SERIES";
                };
            case Levels.SLIP -> "SIMILAR_" + name;
            case Levels.CROWDED -> "COMMON_FORM_OF_" + name;
            default -> "SHARED_" + name;
        };
    }

    private String upper(int field) {
        return fields.name(field).toUpperCase(Locale.ROOT);
    }
}
