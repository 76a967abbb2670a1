package io.ringsight.api.benchmark;

import io.ringsight.api.service.FileKnowledge;
import io.ringsight.detect.registry.ModelRegistry;
import io.ringsight.detect.risk.learned.ApplicantModel;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.source.IngestConfiguration;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the heap of a check's index holds, item by item, in bytes an account: {@code IndexMemoryBenchmark APPLICATIONS [MODEL]}, with {@code --add-opens}
 * of java.lang, java.util, java.util.concurrent.locks and java.lang.ref. Walks all that is reachable, each object once, and counts it as HotSpot lays it
 * out with compressed references: 12 bytes of header, 16 of arrays, multiples of 8.
 */
public final class IndexMemoryBenchmark {
    private static final int DEPTH = 5;
    private static final double LEAST = 1; // bytes an account that are worth a line
    private static final Map<Class<?>, List<Field>> FIELDS = new HashMap<>();

    private final Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final double accounts;

    private IndexMemoryBenchmark(int accounts) {
        this.accounts = accounts;
    }

    public static void main(String[] arguments) throws IllegalAccessException {
        Optional<ApplicantModel> model = arguments.length < 2
                ? Optional.empty()
                : ModelRegistry.read(Path.of(arguments[1])).model().risk().applicants();
        var live = FileKnowledge.read(
                        Path.of(arguments[0]), IngestConfiguration.load(Optional.empty()), model, Progress.silent())
                .live();
        var benchmark = new IndexMemoryBenchmark(live.accountCount());
        Item all = benchmark.item("all", live, DEPTH);
        benchmark.print(all, "");
    }

    private record Item(String name, long bytes, List<Item> parts) {}

    /** With what is reachable from it and was not counted before; parts by field. */
    private Item item(String name, Object of, int depth) throws IllegalAccessException {
        if (!counted.add(of)) {
            return new Item(name, 0, List.of());
        }
        if (depth == 0 || !isOurs(of.getClass())) {
            return new Item(name, reachable(of), List.of());
        }
        long bytes = shallow(of);
        List<Item> parts = new ArrayList<>();
        for (Field field : fields(of.getClass())) {
            Object value = field.get(of);
            if (value != null) {
                Item part = item(field.getName(), value, depth - 1);
                parts.add(part);
                bytes += part.bytes;
            }
        }
        return new Item(name, bytes, parts);
    }

    private static boolean isOurs(Class<?> type) {
        return !type.isArray() && type.getName().startsWith("io.ringsight");
    }

    private long reachable(Object root) throws IllegalAccessException {
        long bytes = 0;
        Deque<Object> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty()) {
            Object next = left.pop();
            bytes += shallow(next);
            if (next instanceof Object[] array) {
                for (Object element : array) {
                    reach(element, left);
                }
            } else if (!next.getClass().isArray()) {
                for (Field field : fields(next.getClass())) {
                    reach(field.get(next), left);
                }
            }
        }
        return bytes;
    }

    private void reach(Object value, Deque<Object> left) {
        boolean shared = value instanceof Class || value instanceof Enum || value instanceof Thread;
        if (value != null && !shared && counted.add(value)) {
            left.push(value);
        }
    }

    /** Its own bytes. */
    private static long shallow(Object object) {
        Class<?> type = object.getClass();
        long bytes;
        if (type.isArray()) {
            bytes = 16 + (long) Array.getLength(object) * size(type.getComponentType());
        } else {
            bytes = 12;
            for (Class<?> of = type; of != null; of = of.getSuperclass()) {
                for (Field field : of.getDeclaredFields()) {
                    bytes += Modifier.isStatic(field.getModifiers()) ? 0 : size(field.getType());
                }
            }
        }
        return (bytes + 7) / 8 * 8;
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return 8;
        }
        if (type == short.class || type == char.class) {
            return 2;
        }
        return type == byte.class || type == boolean.class ? 1 : 4;
    }

    /** Those that refer to something. */
    private static List<Field> fields(Class<?> type) {
        return FIELDS.computeIfAbsent(type, _ -> {
            List<Field> fields = new ArrayList<>();
            for (Class<?> of = type; of != null; of = of.getSuperclass()) {
                for (Field field : of.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return fields;
        });
    }

    private void print(Item item, String indent) {
        System.out.printf("%s%-40s %8.1f%n", indent, item.name, item.bytes / accounts);
        item.parts.stream()
                .filter(part -> part.bytes / accounts >= LEAST)
                .sorted(Comparator.comparingLong(Item::bytes).reversed())
                .forEach(part -> print(part, indent + "  "));
    }
}
