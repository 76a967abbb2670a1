package io.ringsight.detect.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ringsight.detect.lineage.LineageEvent.Kind;
import io.ringsight.detect.ring.RingIds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private RingHistory history = RingHistory.none();
    private long clock;

    /** Publishes rings written as words, an account a letter. */
    private Succession publish(String... rings) {
        var succession = Succession.of(
                history, Arrays.stream(rings).map(SuccessionTest::members).toList(), Causes.unknown(), ++clock);
        history = history.with(succession.versions());
        return succession;
    }

    private static List<String> members(String ring) {
        return ring.chars().sorted().mapToObj(Character::toString).toList();
    }

    private static String id(String born) {
        return RingIds.of(members(born));
    }

    private static String idOf(Succession succession, String ring) {
        return succession.ids().getOrDefault(RingIds.of(members(ring)), "none");
    }

    @Test
    void aNewRingIsNamedByItsMembers() {
        var first = publish("abc", "de");
        assertThat(idOf(first, "abc")).isEqualTo(id("abc"));
        assertThat(first.events()).extracting(LineageEvent::kind).containsOnly(Kind.BORN);
        assertThat(first.versions()).extracting(RingVersion::version).containsOnly(1);
    }

    @Test
    void unchangedRingsHaveNoEvent() {
        publish("abc", "de");
        var again = publish("de", "abc");
        assertThat(again.events()).isEmpty();
        assertThat(again.versions()).isEmpty();
        assertThat(idOf(again, "de")).isEqualTo(id("de"));
    }

    @Test
    void keepsItsIdWhileItGrowsAndShrinks() {
        publish("abcd");
        var next = publish("bcdefg");
        assertThat(idOf(next, "bcdefg")).isEqualTo(id("abcd"));
        assertThat(next.events()).extracting(LineageEvent::kind).containsExactly(Kind.GREW, Kind.SHRANK);
        assertThat(next.events().getFirst().joined()).containsExactly("e", "f", "g");
        assertThat(next.events().getLast().left()).containsExactly("a");
        assertThat(history.latest(id("abcd")).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void theLargerPartKeepsTheIdOfASplit() {
        publish("abcde");
        var next = publish("ab", "cde");
        assertThat(idOf(next, "cde")).isEqualTo(id("abcde"));
        assertThat(idOf(next, "ab")).isEqualTo(id("ab"));
        assertThat(next.events())
                .extracting(LineageEvent::ringId, LineageEvent::kind, LineageEvent::others)
                .containsExactly(
                        tuple(id("ab"), Kind.BORN, List.of(id("abcde"))),
                        tuple(id("abcde"), Kind.SPLIT, List.of(id("ab"))));
    }

    @Test
    void theRingWithMostMembersKeepsItsIdInAMergerAndTheOtherSaysWhereItWent() {
        publish("abc", "de");
        var next = publish("abcde");
        assertThat(idOf(next, "abcde")).isEqualTo(id("abc"));
        assertThat(next.events()).extracting(LineageEvent::kind).containsOnly(Kind.MERGED);
        LineageEvent end = next.events().getLast();
        assertThat(end.ringId()).isEqualTo(id("de"));
        assertThat(end.others()).containsExactly(id("abc"));
        assertThat(history.latest(id("de")).orElseThrow().ended()).isTrue();
    }

    @Test
    void amongEqualsTheOlderKeepsItsId() {
        publish("xy");
        publish("xy", "ab");
        assertThat(idOf(publish("abxy"), "abxy")).isEqualTo(id("xy"));
    }

    @Test
    void aRingThatComesBackAsItWasHasItsIdAgain() {
        publish("abc", "de");
        publish("abcf", "de");
        publish("abcdef");
        var undone = publish("abcf", "de");
        assertThat(idOf(undone, "abcf")).isEqualTo(id("abc"));
        assertThat(idOf(undone, "de")).isEqualTo(id("de"));
        assertThat(history.latest(id("de")).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void noTwoRingsHaveOneId() {
        publish("abc");
        publish("abcd");
        publish("ad"); // keeps the id that abc had
        var next = publish("ad", "bc");
        assertThat(idOf(next, "ad")).isEqualTo(id("abc"));
        publish("ad", "bcx");
        assertThat(publish("bcx", "ay").ids().values()).doesNotHaveDuplicates();
    }

    @Test
    void oneAccountInCommonIsNotTheSameRing() {
        publish("abc");
        var next = publish("ax");
        assertThat(idOf(next, "ax")).isEqualTo(id("ax"));
        assertThat(next.events()).extracting(LineageEvent::kind).containsExactly(Kind.BORN, Kind.DISSOLVED);
    }
}
