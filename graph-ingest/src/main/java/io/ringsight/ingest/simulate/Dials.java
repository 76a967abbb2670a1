package io.ringsight.ingest.simulate;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** All dials and how they are set. Immutable. */
public final class Dials {
    private static final Dials USUAL = new Dials(usualLife(), usualRings());

    private final Map<Dial, Double> life;
    private final Map<RingPattern, RingDials> rings;

    private Dials(Map<Dial, Double> life, Map<RingPattern, RingDials> rings) {
        this.life = life;
        this.rings = rings;
    }

    /** Every dial where it stands when nobody turns it. */
    public static Dials usual() {
        return USUAL;
    }

    /** What dials there are, those of honest life first, with their defaults. */
    public static List<DialDescription> descriptions() {
        List<DialDescription> all = new ArrayList<>();
        for (Dial dial : Dial.values()) {
            all.add(dial.description());
        }
        for (RingPattern pattern : RingPattern.values()) {
            for (int i = 0; i < RingDials.WORDS.size(); i++) {
                all.add(pattern.usual().description(pattern.word(), i));
            }
        }
        return List.copyOf(all);
    }

    /** Turned as {@code NAME=VALUE} says. */
    public Dials with(String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "A dial is set as NAME=VALUE, not " + setting + ".",
                    "Maybe --dial prevalence=0.01.");
        }
        return with(setting.substring(0, equals).strip(), number(setting, equals));
    }

    /** With one dial turned. */
    public Dials with(String name, double value) {
        DialDescription dial = description(name);
        if (!(value >= dial.least() && value <= dial.most())) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "The dial %s must be %s to %s, not %s."
                            .formatted(name, plain(dial.least()), plain(dial.most()), plain(value)),
                    "Maybe leave it at " + plain(dial.usual()) + ": " + dial.meaning() + ".");
        }
        for (Dial known : Dial.values()) {
            if (known.description().name().equals(name)) {
                var turned = new EnumMap<>(life);
                turned.put(known, value);
                return new Dials(turned, rings);
            }
        }
        int dot = name.indexOf('.');
        var turned = new EnumMap<>(rings);
        RingPattern pattern = RingPattern.valueOf(name.substring(0, dot).toUpperCase(Locale.ROOT));
        turned.put(pattern, of(pattern).with(RingDials.WORDS.indexOf(name.substring(dot + 1)), value));
        return new Dials(life, turned);
    }

    double of(Dial dial) {
        return life.getOrDefault(dial, 0.0);
    }

    RingDials of(RingPattern pattern) {
        return rings.getOrDefault(pattern, pattern.usual());
    }

    private static double number(String setting, int equals) {
        try {
            return Double.parseDouble(setting.substring(equals + 1).strip());
        } catch (NumberFormatException e) {
            throw new RingsightException(
                    ErrorCode.USAGE,
                    "The dial " + setting.substring(0, equals) + " takes a number, not " + setting.substring(equals + 1)
                            + ".",
                    "Maybe write it with a decimal point.",
                    e);
        }
    }

    private static DialDescription description(String name) {
        List<DialDescription> all = descriptions();
        for (DialDescription dial : all) {
            if (dial.name().equals(name)) {
                return dial;
            }
        }
        DialDescription nearest = all.stream()
                .min(Comparator.comparingInt(
                        dial -> LevenshteinDistance.getDefaultInstance().apply(dial.name(), name)))
                .orElseThrow();
        throw new RingsightException(
                ErrorCode.USAGE,
                "There is no dial " + name + ".",
                "Maybe " + nearest.name() + "; simulate --dials lists all " + all.size() + ".");
    }

    /** Without a needless fraction. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static Map<Dial, Double> usualLife() {
        var values = new EnumMap<Dial, Double>(Dial.class);
        for (Dial dial : Dial.values()) {
            values.put(dial, dial.description().usual());
        }
        return values;
    }

    private static Map<RingPattern, RingDials> usualRings() {
        var values = new EnumMap<RingPattern, RingDials>(RingPattern.class);
        for (RingPattern pattern : RingPattern.values()) {
            values.put(pattern, pattern.usual());
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dials dials && life.equals(dials.life) && rings.equals(dials.rings);
    }

    @Override
    public int hashCode() {
        return 31 * life.hashCode() + rings.hashCode();
    }

    /** Those that are not where they usually stand. */
    @Override
    public String toString() {
        var turned = new ArrayList<String>();
        life.forEach((dial, value) -> {
            if (value != dial.description().usual()) {
                turned.add(dial.description().name() + "=" + plain(value));
            }
        });
        rings.forEach((pattern, dials) -> {
            for (int i = 0; i < RingDials.WORDS.size(); i++) {
                if (dials.value(i) != pattern.usual().value(i)) {
                    turned.add(pattern.word() + "." + RingDials.WORDS.get(i) + "=" + plain(dials.value(i)));
                }
            }
        });
        return String.join(" ", turned);
    }
}
