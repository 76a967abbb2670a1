package io.ringsight.detect.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.disposition.Disposition.Kind;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DispositionLogTest {
    private final Desk desk = new Desk();

    @Test
    void theSameAgainIsTheSame() {
        Disposition first = desk.pair(Kind.CUT, "ab");
        assertThat(desk.pair(Kind.CUT, "ba")).isEqualTo(first);
        assertThat(desk.log.dispositions()).hasSize(1);
        Disposition undo = desk.undo(first.number());
        assertThat(desk.undo(first.number())).isEqualTo(undo);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        refused(ErrorCode.NOT_FOUND, "no account 'nobody'", () -> desk.account(Kind.CONFIRM, "nobody"));
        refused(ErrorCode.NOT_FOUND, "no ring 'T'", () -> desk.ring(Kind.CLEAR, "T"));
        refused(ErrorCode.NOT_FOUND, "no disposition 7", () -> desk.undo(7));
    }

    @Test
    void aRingThatWentIntoAnotherIsFollowed() {
        assertThat(desk.ring(Kind.CLEAR, "S").subject())
                .isInstanceOfSatisfying(
                        Subject.Ring.class, ring -> assertThat(ring.ringId()).isEqualTo("R"));
    }

    @Test
    void cutsAndBondsThatContradictEachOtherAreRefusedAlsoThroughOthers() {
        desk.pair(Kind.BOND, "ab");
        refused(ErrorCode.CONFLICT, "bond 1 of kim on accounts a and b", () -> desk.pair(Kind.CUT, "ab"));
        desk.pair(Kind.BOND, "bc");
        refused(ErrorCode.CONFLICT, "bond 1", () -> desk.pair(Kind.CUT, "ca"));
        desk.pair(Kind.CUT, "ad");
        refused(ErrorCode.CONFLICT, "cut 3", () -> desk.pair(Kind.BOND, "dc"));
        desk.undo(3);
        assertThat(desk.pair(Kind.BOND, "dc").number()).isEqualTo(5);
    }

    @Test
    void undoRestoresWhatStoodBefore() {
        desk.account(Kind.CONFIRM, "a");
        Judgements before = desk.now();
        Disposition clear = desk.account(Kind.CLEAR, "a");
        assertThat(desk.now().labels().getFirst().verdict().name()).isEqualTo("LEGIT");
        desk.undo(clear.number());
        assertThat(desk.now().standing()).isEqualTo(before.standing());
        refused(ErrorCode.CONFLICT, "is an undo", () -> desk.undo(3));
    }

    @Test
    void whatExpiresStandsUntilThen() {
        desk.ask(Kind.CONFIRM, Optional.of("a"), Optional.empty(), Optional.empty(), OptionalLong.of(desk.clock + 50));
        assertThat(desk.now().labels()).hasSize(1);
        desk.clock += 50;
        assertThat(desk.now().labels()).isEmpty();
        refused(
                ErrorCode.INVALID_REQUEST,
                "is over",
                () -> desk.ask(Kind.CONFIRM, Optional.of("a"), Optional.empty(), Optional.empty(), OptionalLong.of(3)));
    }

    @Test
    void whatDoesNotFitIsExplained() {
        refused(ErrorCode.INVALID_REQUEST, "A cut is about two accounts", () -> desk.account(Kind.CUT, "a"));
        refused(ErrorCode.INVALID_REQUEST, "one account or one ring", () -> desk.pair(Kind.CONFIRM, "ab"));
        refused(ErrorCode.INVALID_REQUEST, "are one", () -> desk.pair(Kind.BOND, "aa"));
        refused(
                ErrorCode.INVALID_REQUEST,
                "who judges and why",
                () -> desk.take(new DispositionRequest(
                        Kind.CONFIRM,
                        Optional.of("a"),
                        Optional.empty(),
                        Optional.empty(),
                        "kim",
                        " ",
                        OptionalLong.empty(),
                        OptionalLong.empty())));
    }

    @Test
    void aConfirmedRingSaysOfItsMembersWhatNothingElseSays() {
        desk.ring(Kind.CONFIRM, "R");
        assertThat(desk.now().labels()).isEmpty();
        assertThat(desk.now().weakLabels(java.util.Set.of("b")))
                .extracting(label -> label.accountId() + label.verdict())
                .containsExactly("aFRAUD", "cFRAUD", "dFRAUD", "eFRAUD");
    }

    @Test
    void aClearedRingReopensWhenItIsNoLongerWhatWasCleared() {
        desk.ring(Kind.CLEAR, "R");
        assertThat(status(List.of("a", "b", "c", "d", "e"), 1, List.of())).isEqualTo(RingStatus.CLEARED);
        assertThat(status(List.of("a", "b", "c", "d", "e", "f"), 1, List.of())).isEqualTo(RingStatus.REOPENED);
        assertThat(status(List.of("a", "b", "c", "d"), 2, List.of())).isEqualTo(RingStatus.REOPENED);
        assertThat(status(List.of("a", "b", "c", "d"), 1, List.of("x", "d"))).isEqualTo(RingStatus.REOPENED);
        desk.ring(Kind.CONFIRM, "R");
        assertThat(status(List.of("a", "b"), 0, List.of())).isEqualTo(RingStatus.CONFIRMED);
        desk.undo(1);
        desk.undo(2);
        assertThat(status(List.of("a", "b"), 0, List.of())).isEqualTo(RingStatus.OPEN);
    }

    private RingStatus status(List<String> members, int conflicts, List<String> fraud) {
        return RingStatus.of(
                new Subject.Ring("R", 4, members, conflicts), desk.now().ofRing("R"), fraud);
    }

    private static void refused(ErrorCode code, String words, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RingsightException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }
}
