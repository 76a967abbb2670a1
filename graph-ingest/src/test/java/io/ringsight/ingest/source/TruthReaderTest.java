package io.ringsight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import io.ringsight.ingest.record.AccountTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatIsThereInOrderOfIds() throws IOException {
        assertThat(read("""
                day,reachable_group,ring_id,account_id,pattern,person_id,label
                1,g1,r1,b,chain,,fraud
                2,,,a,household,p1,legit
                """))
                .containsExactly(
                        new AccountTruth(
                                "a", Verdict.LEGIT, Optional.empty(), Optional.empty(), Optional.of("p1"), "household"),
                        new AccountTruth(
                                "b", Verdict.FRAUD, Optional.of("r1"), Optional.of("g1"), Optional.empty(), "chain"));
    }

    @Test
    void doesWithoutTheOptionalColumns() throws IOException {
        assertThat(read("account_id,label,ring_id\na,fraud,r1\n"))
                .containsExactly(new AccountTruth(
                        "a", Verdict.FRAUD, Optional.of("r1"), Optional.empty(), Optional.empty(), ""));
    }

    @Test
    void takesTheSameRowTwiceAsOne() throws IOException {
        assertThat(read("account_id,label,ring_id\na,fraud,r1\na,FRAUD, r1\n")).hasSize(1);
    }

    @Test
    void refusesRingsThatOverlapAndNamesTheAccountAndTheLines() throws IOException {
        Path file = file("account_id,label,ring_id\na,fraud,r1\nb,fraud,r1\na,fraud,r2\n");

        assertThatThrownBy(() -> TruthReader.read(file, RejectionSink.none()))
                .isInstanceOfSatisfying(RingsightException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED);
                    assertThat(e).hasMessageContaining("lines 2 and 4: account a is in ring r1 and in ring r2");
                    assertThat(e.hint()).startsWith("Maybe ");
                });
    }

    @Test
    void refusesTwoVerdictsOnOneAccount() throws IOException {
        Path file = file("account_id,label,ring_id\na,fraud,r1\na,legit,r1\n");

        assertThatThrownBy(() -> TruthReader.read(file, RejectionSink.none()))
                .hasMessageContaining("lines 2 and 3: account a is described in two ways");
    }

    @Test
    void rejectsRowsThatSayNothing() throws IOException {
        var found = new ArrayList<Rejection>();
        Path file = file("account_id,label,ring_id\n,fraud,r1\na,maybe,r1\nb,fraud\nc,legit,\n");

        assertThat(TruthReader.read(file, found::add))
                .extracting(AccountTruth::accountId)
                .containsExactly("c");
        assertThat(found)
                .extracting(
                        rejection -> rejection.origin().line(),
                        rejection -> rejection.origin().field())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2L, "account_id"),
                        org.assertj.core.groups.Tuple.tuple(3L, "label"),
                        org.assertj.core.groups.Tuple.tuple(4L, ""));
    }

    @Test
    void saysWhenAColumnIsMissing() throws IOException {
        Path file = file("account_id,label\na,fraud\n");

        assertThatThrownBy(() -> TruthReader.read(file, RejectionSink.none()))
                .hasMessageContaining("no column ring_id");
    }

    private List<AccountTruth> read(String text) throws IOException {
        return TruthReader.read(file(text), RejectionSink.none());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("truth.csv"), text);
    }
}
