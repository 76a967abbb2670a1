package io.ringsight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

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

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.csv"), text);
    }
}
