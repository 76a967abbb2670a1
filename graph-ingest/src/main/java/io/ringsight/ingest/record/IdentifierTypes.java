package io.ringsight.ingest.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identifier types of an installation in a fixed order: the ten built-in ones, then the configured ones by name.
 * The position is the type's ordinal in snapshots. Immutable.
 */
public final class IdentifierTypes {
    private static final List<IdentifierType> BUILT_IN = List.of(
            new IdentifierType("device", IdentifierKind.EXACT),
            new IdentifierType("document", IdentifierKind.SERIAL),
            new IdentifierType("biometric", IdentifierKind.BITS),
            new IdentifierType("phone", IdentifierKind.SERIAL),
            new IdentifierType("email", IdentifierKind.TEXT),
            new IdentifierType("address", IdentifierKind.TEXT),
            new IdentifierType("ip", IdentifierKind.EXACT),
            new IdentifierType("payment", IdentifierKind.EXACT),
            new IdentifierType("tax_id", IdentifierKind.EXACT),
            new IdentifierType("wallet", IdentifierKind.EXACT));

    private final List<IdentifierType> all;

    private IdentifierTypes(List<IdentifierType> all) {
        this.all = List.copyOf(all);
    }

    /** The ten built-in types. */
    public static IdentifierTypes builtIn() {
        return new IdentifierTypes(BUILT_IN);
    }

    /** These types and the configured ones. A name may be repeated with its kind: for another length of bit hash, or another prior. */
    public IdentifierTypes with(List<IdentifierType> configured) {
        var types = new ArrayList<>(all);
        configured.stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(type -> {
            int known = ordinal(type.name());
            if (known < 0) {
                types.add(type);
            } else if (all.get(known).kind() == type.kind()) {
                types.set(known, type);
            } else {
                throw new IllegalArgumentException("Identifier type '" + type.name() + "' is of kind "
                        + all.get(known).kind().word() + ", not " + type.kind().word() + ".");
            }
        });
        if (types.stream().map(IdentifierType::name).distinct().count() < types.size()) {
            throw new IllegalArgumentException("An identifier type is defined twice.");
        }
        if (types.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "At most " + Byte.MAX_VALUE + " identifier types, not " + types.size() + ".");
        }
        return new IdentifierTypes(types);
    }

    public List<IdentifierType> all() {
        return all;
    }

    public int size() {
        return all.size();
    }

    public IdentifierType get(int ordinal) {
        return all.get(ordinal);
    }

    public Optional<IdentifierType> find(String name) {
        return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The position of the type of that name, or -1. */
    public int ordinal(String name) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** What is assumed of sharing, where that is not the default: a line each, such as {@code loyalty_card.operated=0.3}. */
    public List<String> priors() {
        return all.stream()
                .flatMap(type -> type.prior().lines().stream().map(line -> type.name() + "." + line))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentifierTypes types && all.equals(types.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
