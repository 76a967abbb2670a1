package io.ringsight.detect.evaluation.opponent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.record.AccountAttribute;
import io.ringsight.ingest.snapshot.IdentityGraph;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PairBlocksTest {
    @Test
    void eachRuleMakesItsPairs() {
        IdentityGraph graph = new People()
                .account("A", "given_name:x", "surname:p", "device:1")
                .account("B", "given_name:x", "surname:p", "email:m%template#1")
                .account("C", "given_name:x", "surname:q", "email:n%template#1")
                .account("D", "given_name:y", "surname:q", "device:1", "email:o%disposable#1")
                .account("E", "email:o2%disposable#1")
                .graph();
        assertThat(pairs(graph, PairBlocks::identifiers)).containsExactly("AD");
        assertThat(pairs(graph, PairBlocks::blockingKeys)).containsExactly("BC");
        assertThat(pairs(graph, blocks -> blocks.attributes(AccountAttribute.GIVEN_NAME)))
                .containsExactly("AB", "AC", "BC");
        assertThat(pairs(graph, blocks -> {
                    blocks.attributes(AccountAttribute.GIVEN_NAME, AccountAttribute.SURNAME);
                    blocks.attributes(AccountAttribute.SURNAME);
                }))
                .containsExactly("AB", "CD");
    }

    @Test
    void noRuleMakesMoreThanAFewPairsAnAccountOfACrowd() {
        int accounts = 3_000;
        var people = new People();
        for (int i = 0; i < accounts; i++) {
            people.account("A" + i, "given_name:x", "surname:y", "ip:one", "email:m" + i + "%template#1");
        }
        IdentityGraph graph = people.graph();
        var blocks = new PairBlocks(graph);
        blocks.identifiers();
        blocks.blockingKeys();
        blocks.attributes(AccountAttribute.GIVEN_NAME);
        blocks.attributes(AccountAttribute.GIVEN_NAME, AccountAttribute.SURNAME);
        assertThat(blocks.pairs().size()).isLessThanOrEqualTo(accounts * PairBlocks.NEXT);
    }

    private static TreeSet<String> pairs(IdentityGraph graph, Consumer<PairBlocks> rules) {
        var blocks = new PairBlocks(graph);
        rules.accept(blocks);
        BlockedPairs pairs = blocks.pairs();
        var found = new TreeSet<String>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            String one = graph.accountId(pairs.lower(pair));
            String other = graph.accountId(pairs.higher(pair));
            found.add(one.compareTo(other) < 0 ? one + other : other + one);
        }
        assertThat(found).hasSize(pairs.size());
        return found;
    }
}
