package io.ringsight.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.AttributeValue;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Quality;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class IdentityGraphTest {
    private static final Duration FEW_SECONDS = Duration.ofSeconds(30); // quadratic would take minutes

    private final IdentityGraphBuilder builder = new IdentityGraphBuilder(IdentifierTypes.builtIn());

    @Test
    void canBeEmpty() {
        IdentityGraph empty = builder.build();
        assertThat(empty.accountCount()).isZero();
        assertThat(empty.identifierCount()).isZero();
        assertThat(empty.sightingCount()).isZero();
        assertThat(empty.firstSighting(0)).isZero();
        assertThat(empty.firstUse(0)).isZero();
        assertThat(empty.findAccount("a")).isEqualTo(-1);
        assertThat(empty.newestTime()).isEqualTo(Long.MIN_VALUE);
        assertThat(empty.asOf(7).sameAs(empty)).isTrue();
    }

    @Test
    void findsAccountsByIdAndRanksThemByCodePoint() {
        // U+FFFD comes before U+1F600, though its UTF-16 unit comes after
        List<String> inOrder = List.of("", "A", "a", "a b", "é", "漢", "\uFFFD", "😀");
        inOrder.reversed().forEach(id -> builder.account(id, 1, 1, Double.NaN));
        IdentityGraph graph = builder.build();
        for (int rank = 0; rank < inOrder.size(); rank++) {
            assertThat(graph.accountId(graph.accountByRank(rank))).isEqualTo(inOrder.get(rank));
            assertThat(graph.findAccount(inOrder.get(rank))).isEqualTo(graph.accountByRank(rank));
        }
        assertThat(graph.findAccount("b")).isEqualTo(-1);
    }

    @Test
    void ranksIdsThatDifferLate() {
        List<String> inOrder =
                List.of("account-", "account-00000000", "account-000000000", "account-000000000a", "account-00000000b");
        for (String id : List.of(inOrder.get(3), inOrder.get(0), inOrder.get(4), inOrder.get(2), inOrder.get(1))) {
            builder.account(id, 1, 1, Double.NaN);
        }
        IdentityGraph graph = builder.build();
        for (int rank = 0; rank < inOrder.size(); rank++) {
            assertThat(graph.accountId(graph.accountByRank(rank))).isEqualTo(inOrder.get(rank));
        }
    }

    @Test
    void startsEachComponentAtItsSmallestId() {
        sighting("c", "x", 1);
        sighting("a", "y", 1);
        sighting("b", "x", 1);
        sighting("d", "y", 1);
        IdentityGraph graph = builder.build();
        assertThat(List.of(graph.accountId(0), graph.accountId(1), graph.accountId(2), graph.accountId(3)))
                .containsExactly("a", "d", "b", "c");
    }

    @Test
    void keepsAMomentOnceAndAsEarlyAsItWasKnown() {
        int account = builder.account("a", 1, 1, 5);
        builder.sighting(account, 0, token("x"), 3, 9);
        builder.sighting(account, 0, token("x"), 3, 4);
        builder.sighting(account, 0, token("x"), 2, 8);
        IdentityGraph graph = builder.build();
        assertThat(graph.sightingCount()).isEqualTo(2);
        assertThat(graph.seenAt(0)).isEqualTo(2);
        assertThat(graph.recordedAt(0)).isEqualTo(8);
        assertThat(graph.seenAt(1)).isEqualTo(3);
        assertThat(graph.recordedAt(1)).isEqualTo(4);
        assertThat(graph.degree(0)).isEqualTo(1);
    }

    @Test
    void tellsEqualTokensOfTwoTypesApart() {
        int account = builder.account("a", 1, 1, Double.NaN);
        builder.sighting(account, 0, token("x"), 1, 1);
        builder.sighting(account, 1, token("x"), 1, 1);
        assertThat(builder.build().identifierCount()).isEqualTo(2);
    }

    @Test
    void letsTheNewestRevisionSayTheExposure() {
        builder.application(new TokenisedApplication(account("a", 5, OptionalDouble.of(10)), List.of()));
        builder.application(new TokenisedApplication(account("a", 7, OptionalDouble.of(20)), List.of()));
        IdentityGraph graph = builder.build();
        assertThat(graph.accountCount()).isEqualTo(1);
        assertThat(graph.createdAt(0)).isEqualTo(5);
        assertThat(graph.exposure(0)).isEqualTo(20);
    }

    @Test
    void letsTheNewestRevisionSayTheAttributes() {
        var named = account("a", 5, OptionalDouble.empty(), Optional.of(token("surname")));
        builder.application(new TokenisedApplication(named, List.of()));
        builder.application(new TokenisedApplication(account("a", 7, OptionalDouble.empty()), List.of()));
        assertThat(builder.build().attribute(AccountAttribute.SURNAME, 0)).isEqualTo(-1);
    }

    @Test
    void takesFurtherSightingsOfKnownAccountsOnly() {
        builder.application(new TokenisedApplication(account("a", 5, OptionalDouble.empty()), List.of()));
        builder.sightings(List.of(sightingOf("a", "device")));
        assertThat(builder.knows("a")).isTrue();
        assertThat(builder.knows("b")).isFalse();
        var strangers = List.of(sightingOf("b", "device"));
        assertThatThrownBy(() -> builder.sightings(strangers)).isInstanceOf(IllegalArgumentException.class);
        var unknown = List.of(sightingOf("a", "horoscope"));
        assertThatThrownBy(() -> builder.sightings(unknown)).hasMessageContaining("horoscope");
        assertThat(builder.build().sightingCount()).isEqualTo(1);
    }

    @Test
    void keepsAllAccountsWhenSightingsAreTakenAway() {
        sighting("a", "x", 1);
        sighting("b", "x", 2);
        sighting("b", "y", 3);
        IdentityGraph graph = builder.build();
        IdentityGraph left = graph.keeping(s -> graph.seenAt(s) != 2);
        assertThat(left.accountCount()).isEqualTo(2);
        assertThat(left.sightingCount()).isEqualTo(2);
        assertThat(left.degree(left.identifierOf(left.firstSighting(left.findAccount("a")))))
                .isEqualTo(1);
        assertThat(graph.keeping(_ -> true).sameAs(graph)).isTrue();
        assertThat(graph.keeping(_ -> false).identifierCount()).isZero();
    }

    @Test
    void isBuiltOnce() {
        builder.build();
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void weighsWhatItsDescriptionSays() {
        sighting("aaaa", "x", 1);
        sighting("bbbb", "x", 1);
        sighting("bbbb", "y", 2);
        builder.attribute(0, AccountAttribute.SURNAME, token("surname"));
        // A * (id length + 42) + I * 29 + S * 22 + 16 a value, and one more element in each of five row indexes
        assertThat(builder.build().memory().bytes()).isEqualTo(2 * 46 + 2 * 29 + 3 * 22 + 16 + 5 * 4);
    }

    @Test
    void survivesAHubOfAHundredThousand() {
        Assertions.assertTimeout(FEW_SECONDS, () -> {
            for (int i = 0; i < 100_000; i++) {
                sighting("a" + i, "hub", i);
            }
            IdentityGraph graph = builder.build();
            assertThat(graph.degree(0)).isEqualTo(100_000);
            assertThat(graph.asOf(49_999).degree(0)).isEqualTo(50_000);
        });
    }

    @Test
    void survivesIdentifiersThatNothingTellsApart() {
        Assertions.assertTimeout(FEW_SECONDS, () -> {
            for (int i = 0; i < 10_000; i++) {
                for (int hub = 0; hub < 60; hub++) {
                    sighting("a" + i, "hub" + hub, 1);
                }
            }
            IdentityGraph graph = builder.build();
            assertThat(graph.identifierCount()).isEqualTo(60);
            assertThat(graph.degree(59)).isEqualTo(10_000);
        });
    }

    @Test
    void survivesAnAccountThatComesBackAllTheTime() {
        Assertions.assertTimeout(FEW_SECONDS, () -> {
            int account = builder.account("a", 0, 0, Double.NaN);
            for (int i = 0; i < 300_000; i++) {
                builder.sighting(account, 0, token("x"), i / 3, 300_000 - i);
            }
            assertThat(builder.build().sightingCount()).isEqualTo(100_000);
        });
    }

    @Test
    void hashesTokensWithLittleInThem() {
        Assertions.assertTimeout(FEW_SECONDS, () -> {
            int account = builder.account("a", 0, 0, Double.NaN);
            for (long i = 0; i < 200_000; i++) {
                builder.sighting(account, 0, new Token(i, 0), 1, 1);
                builder.sighting(account, 0, new Token(0, i << 32), 1, 1);
                builder.sighting(account, 0, new Token(i << 40, i), 1, 1);
            }
            assertThat(builder.build().identifierCount()).isEqualTo(599_998);
        });
    }

    private void sighting(String accountId, String value, long time) {
        builder.sighting(builder.account(accountId, time, time, Double.NaN), 0, token(value), time, time);
    }

    private static Token token(String value) {
        var random = new SplittableRandom(value.hashCode());
        return new Token(random.nextLong(), random.nextLong());
    }

    private static AccountRecord account(String id, long time, OptionalDouble exposure) {
        return account(id, time, exposure, Optional.empty());
    }

    private static AccountRecord account(String id, long time, OptionalDouble exposure, Optional<Token> surname) {
        return new AccountRecord(
                id,
                time,
                time,
                Optional.empty(),
                surname.map(AttributeValue::new),
                Optional.empty(),
                Optional.empty(),
                exposure,
                new Token(1, time),
                Optional.empty());
    }

    private static SightingRecord sightingOf(String account, String type) {
        var identifier = new IdentifierRecord(type, token("x"), Quality.VERIFIED, Optional.empty(), Optional.empty());
        return new SightingRecord(account, identifier, 5, 5);
    }
}
