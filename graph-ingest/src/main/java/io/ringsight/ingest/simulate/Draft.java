package io.ringsight.ingest.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application being made up. Mutable, one thread. */
final class Draft {
    static final Comparator<Draft> IN_TIME = Comparator.comparingLong(draft -> draft.createdAt);

    Person person;
    final boolean fraud;
    final List<Item> items = new ArrayList<>(12);
    String id = "";
    long createdAt; // ms since 1970 UTC
    String pattern; // of fraud, or of what honest life it is; empty for nothing special
    String ring = ""; // empty when in none
    String reachableGroup = "";

    @Nullable
    Draft firstOfPerson; // the first account of the honest person, where there are several

    String name = ""; // as written
    String birthDate = ""; // as written
    double exposure;
    long usedUntil; // ms since 1970: it is in use at least until then

    long labelledAt; // ms since 1970; 0 when nobody ever said what it is

    private Draft(Person person, boolean fraud, String pattern, long createdAt) {
        this.person = person;
        this.fraud = fraud;
        this.pattern = pattern;
        this.createdAt = createdAt;
    }

    static Draft honest(Person person, long createdAt) {
        return new Draft(person, false, "", createdAt);
    }

    static Draft fraud(Person person, String pattern, long createdAt) {
        return new Draft(person, true, pattern, createdAt);
    }

    /** The account by which to name the honest person who has several; empty where nobody has. */
    String personId() {
        return firstOfPerson == null ? "" : firstOfPerson.id;
    }

    /** Applies at another time; what is seen later stays as much later. */
    void moveTo(long moment) {
        for (Item item : items) {
            item.firstSeen = item.firstSeen == 0 ? 0 : item.firstSeen + moment - createdAt;
        }
        createdAt = moment;
    }

    void show(Item item) {
        items.add(item);
    }

    /** Shows it in place of whatever was shown of its type. */
    void showOnly(Item item) {
        hide(item.type);
        items.add(item);
    }

    /** Shows it in place of the first thing shown of its type, or besides nothing. */
    void showFirst(Item item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).type.equals(item.type)) {
                items.set(i, item);
                return;
            }
        }
        items.add(item);
    }

    /** Shows it in place of what was shown of its type; nothing when nothing was. */
    void swap(Item item) {
        if (first(item.type).isPresent()) {
            showOnly(item);
        }
    }

    void hide(String type) {
        items.removeIf(item -> item.type.equals(type));
    }

    Optional<Item> first(String type) {
        for (Item item : items) {
            if (item.type.equals(type)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** What is shown of a type; the person's own is shown first when nothing was, or only something public. */
    Item showing(String type) {
        for (Item item : items) {
            if (item.type.equals(type) && !item.common) {
                return item;
            }
        }
        Item own = Item.own(type, person.own(type));
        items.add(own);
        return own;
    }

    /** The first thing shown of a type that is not public. */
    Optional<Item> firstOwn(String type) {
        return items.stream()
                .filter(item -> item.type.equals(type) && !item.common)
                .findFirst();
    }

    /** Calls an honest account by a habit, unless it has a more telling one. */
    void call(Habit habit) {
        if (pattern.isEmpty() || habit.isMoreTellingThan(pattern)) {
            pattern = habit.word();
        }
    }
}
