package io.ringsight.ingest.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.snapshot.Rows.AccountRow;
import io.ringsight.ingest.snapshot.Rows.SightingRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class IdentityGraphProperties {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isTheSameWhateverTheOrderOfInput(@ForAll("rows") Rows rows, @ForAll long seed) {
        assertThat(rows.shuffled(seed).graph().sameAs(rows.graph())).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void dependsOnTheKeyInItsTokensAlone(
            @ForAll("rows") Rows rows, @ForAll @LongRange(min = 1, max = 1 << 30) long key) {
        IdentityGraph one = rows.graph(0);
        IdentityGraph other = rows.graph(key);
        assertThat(withoutTokens(other)).isEqualTo(withoutTokens(one));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isAsOfATimeWhatWasKnownByThen(@ForAll("rows") Rows rows, @ForAll @IntRange(max = 12) int time) {
        IdentityGraph expected = rows.knownAt(time).graph();
        assertThat(rows.graph().asOf(time).sameAs(expected)).isTrue();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void goesBackInTimeInAnyNumberOfSteps(
            @ForAll("rows") Rows rows, @ForAll @IntRange(max = 12) int first, @ForAll @IntRange(max = 12) int second) {
        IdentityGraph steps = rows.graph().asOf(Math.max(first, second)).asOf(Math.min(first, second));
        assertThat(steps.sameAs(rows.graph().asOf(Math.min(first, second)))).isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void listsTheSameSightingsInBothDirections(@ForAll("rows") Rows rows) {
        IdentityGraph graph = rows.graph();
        var seen = new HashSet<Integer>();
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int previous = -1;
            assertThat(graph.firstUse(identifier)).isLessThan(graph.firstUse(identifier + 1));
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                int sighting = graph.sightingOf(use);
                int account = graph.accountOf(use);
                assertThat(graph.identifierOf(sighting)).isEqualTo(identifier);
                assertThat(sighting)
                        .isBetween(graph.firstSighting(account), graph.firstSighting(account + 1) - 1)
                        .isGreaterThan(previous); // by account, then by time
                previous = sighting;
                seen.add(sighting);
            }
        }
        assertThat(seen).hasSize(graph.sightingCount());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void holdsEveryAccountAndEverySightingOnce(@ForAll("rows") Rows rows) {
        IdentityGraph graph = rows.graph();
        Set<List<Object>> expected = new HashSet<>();
        rows.sightings()
                .forEach(row -> expected.add(
                        List.of(row.account(), row.type(), Rows.token(0, row.type(), row.value()), row.seen())));
        Set<List<Object>> found = new HashSet<>();
        for (int account = 0; account < graph.accountCount(); account++) {
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                int identifier = graph.identifierOf(s);
                found.add(List.of(
                        graph.accountId(account),
                        graph.identifierType(identifier),
                        graph.token(identifier),
                        graph.seenAt(s)));
            }
        }
        assertThat(found).isEqualTo(expected).hasSize(graph.sightingCount());
        assertThat(graph.accountCount()).isEqualTo(rows.accounts().size());
        rows.accounts().forEach(row -> {
            int account = graph.findAccount(row.id());
            assertThat(graph.accountId(account)).isEqualTo(row.id());
            assertThat(graph.createdAt(account)).isEqualTo(row.created());
            assertThat(graph.accountRecordedAt(account)).isEqualTo(row.recorded());
            assertThat(graph.exposure(account)).isEqualTo(row.exposure());
            assertThat(surname(graph, account)).isEqualTo(row.surname() == 0 ? null : Rows.token(0, -1, row.surname()));
            assertThat(graph.attribute(AccountAttribute.GIVEN_NAME, account)).isEqualTo(-1);
        });
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void numbersAComponentWithoutGaps(@ForAll("rows") Rows rows) {
        IdentityGraph graph = rows.graph();
        int[] component = components(graph);
        Set<Integer> finished = new HashSet<>();
        for (int account = 1; account < graph.accountCount(); account++) {
            if (component[account] != component[account - 1]) {
                finished.add(component[account - 1]);
            }
            assertThat(finished).doesNotContain(component[account]);
        }
        int previous = -1;
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            int now = component[graph.accountOf(graph.firstUse(identifier))];
            assertThat(now).isGreaterThanOrEqualTo(previous);
            previous = now;
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void countsEachAccountOfAnIdentifierOnce(@ForAll("rows") Rows rows) {
        IdentityGraph graph = rows.graph();
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            Set<Integer> users = new HashSet<>();
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                users.add(graph.accountOf(use));
            }
            assertThat(graph.degree(identifier)).isEqualTo(users.size());
        }
    }

    private static @Nullable Token surname(IdentityGraph graph, int account) {
        int value = graph.attribute(AccountAttribute.SURNAME, account);
        return value < 0 ? null : graph.attributeToken(AccountAttribute.SURNAME, value);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void numbersValuesOfAnAttributeAsAccountsMeetThem(@ForAll("rows") Rows rows) {
        IdentityGraph graph = rows.graph();
        int next = 0;
        for (int account = 0; account < graph.accountCount(); account++) {
            int value = graph.attribute(AccountAttribute.SURNAME, account);
            assertThat(value).isLessThanOrEqualTo(next);
            next = Math.max(next, value + 1);
        }
        assertThat(graph.attributeValues(AccountAttribute.SURNAME)).isEqualTo(next);
    }

    /** Smallest account reachable, by repeated relaxation: slow and plain. */
    private static int[] components(IdentityGraph graph) {
        int[] component = new int[graph.accountCount()];
        Arrays.setAll(component, i -> i);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
                int least = Integer.MAX_VALUE;
                for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                    least = Math.min(least, component[graph.accountOf(use)]);
                }
                for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                    changed |= component[graph.accountOf(use)] != least;
                    component[graph.accountOf(use)] = least;
                }
            }
        }
        return component;
    }

    private static List<Object> withoutTokens(IdentityGraph graph) {
        var content = new ArrayList<>();
        for (int account = 0; account < graph.accountCount(); account++) {
            content.add(graph.accountId(account));
            content.add(graph.attribute(AccountAttribute.SURNAME, account));
            for (int s = graph.firstSighting(account); s < graph.firstSighting(account + 1); s++) {
                content.add(List.of(graph.identifierOf(s), graph.seenAt(s), graph.recordedAt(s)));
            }
        }
        for (int identifier = 0; identifier < graph.identifierCount(); identifier++) {
            content.add(graph.identifierType(identifier));
            for (int use = graph.firstUse(identifier); use < graph.firstUse(identifier + 1); use++) {
                content.add(List.of(graph.accountOf(use), graph.sightingOf(use)));
            }
        }
        return content;
    }

    @Provide
    Arbitrary<Rows> rows() {
        Arbitrary<String> ids = Arbitraries.strings()
                .withChars('a', 'b', 'é', '\uFFFD', '漢')
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(id -> id.replace("漢", "😀"));
        Arbitrary<List<AccountRow>> accounts = Combinators.combine(
                        ids,
                        times(),
                        times(),
                        Arbitraries.doubles(),
                        Arbitraries.integers().between(0, 3))
                .as(AccountRow::new)
                .list()
                .uniqueElements(AccountRow::id)
                .ofMinSize(1)
                .ofMaxSize(14);
        return accounts.flatMap(all -> Combinators.combine(
                        Arbitraries.of(all),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 6),
                        times(),
                        times())
                .as((account, type, value, seen, recorded) ->
                        new SightingRow(account.id(), type, value, seen, recorded))
                .list()
                .ofMaxSize(40)
                .map(sightings -> new Rows(all, sightings)));
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(0, 12);
    }
}
