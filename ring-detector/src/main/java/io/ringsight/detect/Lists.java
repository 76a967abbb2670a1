package io.ringsight.detect;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/** Views of lists. */
final class Lists {
    private Lists() {}

    /** The ids of the elements, in their order, made as they are asked for. */
    static <T> List<String> ids(List<T> elements, Function<T, String> id) {
        final class Ids extends AbstractList<String> implements RandomAccess {
            @Override
            public String get(int index) {
                return id.apply(elements.get(index));
            }

            @Override
            public int size() {
                return elements.size();
            }
        }
        return new Ids();
    }
}
