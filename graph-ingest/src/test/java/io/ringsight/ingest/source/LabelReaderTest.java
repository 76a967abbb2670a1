package io.ringsight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.AccountLabel;
import io.ringsight.ingest.record.AccountLabel.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelReaderTest {
    @TempDir
    Path folder;

    @Test
    void keepsEveryLabelOfAnAccountOnceAndInOrderOfTime() throws IOException {
        assertThat(LabelReader.read(file("""
                account_id,label,labelled_at
                b,legit,2026-02-01
                a,fraud,1970-01-02
                a,legit,1970-01-01
                a,FRAUD,1970-01-02T00:00:00Z
                """)))
                .startsWith(new AccountLabel("a", Verdict.LEGIT, 0), new AccountLabel("a", Verdict.FRAUD, 86_400_000))
                .hasSize(3);
    }

    @Test
    void rejectsRowsThatSayNothing() throws IOException {
        var fields = new ArrayList<String>();
        assertThat(LabelReader.read(
                        file("account_id,label,labelled_at\n,fraud,2026-01-01\na,maybe,2026-01-01\nb,fraud,soon\n"),
                        rejection -> fields.add(rejection.origin().field())))
                .isEmpty();
        assertThat(fields).containsExactly("account_id", "label", "labelled_at");
    }

    @Test
    void ignoresFurtherColumnsAndRejectsRowsOfAnotherLength() throws IOException {
        var lines = new ArrayList<Long>();
        assertThat(LabelReader.read(
                        file("by,labelled_at,label,account_id\nx,2026-01-01,legit,a\nx,2026-01-01,legit\n"),
                        rejection -> lines.add(rejection.origin().line())))
                .hasSize(1);
        assertThat(lines).containsExactly(3L);
    }

    @Test
    void takesAHeaderAloneAsNoLabels() throws IOException {
        assertThat(LabelReader.read(file("account_id,label,labelled_at\n"))).isEmpty();
    }

    @Test
    void saysWhenAColumnIsMissing() throws IOException {
        Path file = file("account_id,label\nA,fraud\n");
        assertThatThrownBy(() -> LabelReader.read(file)).isInstanceOfSatisfying(RingsightException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.INPUT_MALFORMED);
            assertThat(e).hasMessageContaining("no column labelled_at");
        });
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.csv"), text);
    }
}
