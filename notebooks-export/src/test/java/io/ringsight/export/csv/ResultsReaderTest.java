package io.ringsight.export.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.detect.evaluation.Verdicts;
import io.ringsight.detect.evidence.Evidence;
import io.ringsight.detect.link.Link;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void good() throws IOException {
        write("accounts.csv", "account_id,ring_id,account_risk\nb,r1,0.9\na,r1,0.8\nc,,0.01\n");
        write("rings.csv", "risk,ring_id\n0.7,r1\n0.2,r2\n");
        write("links.csv", "account_a,account_b,probability,evidence\nb,a,0.75,SHARED_IP:1.50;SHARED_FACE\n");
    }

    @Test
    void readsAccountsInOrderOfIdsWithTheirRings() {
        Verdicts verdicts = ResultsReader.read(folder, "theirs");

        assertThat(verdicts.system()).isEqualTo("theirs");
        assertThat(verdicts.accountIds()).containsExactly("a", "b", "c");
        assertThat(verdicts.risk()).containsExactly(0.8, 0.9, 0.01);
        assertThat(verdicts.ring()).containsExactly(0, 0, -1);
        assertThat(verdicts.ringRisk()).containsExactly(0.7, 0.2);
        assertThat(verdicts.links())
                .containsExactly(new Link(
                        "a",
                        "b",
                        0.75,
                        List.of(new Evidence("SHARED_IP", 1.5, ""), new Evidence("SHARED_FACE", 0, ""))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accounts.csv | account_id,ring_id\\na,r1                        | has no column account_risk
            accounts.csv | account_id,ring_id,account_risk\\na,,1.5         | line 2: account_risk is '1.5'
            accounts.csv | account_id,ring_id,account_risk\\na,,NaN         | line 2: account_risk is 'NaN'
            accounts.csv | account_id,ring_id,account_risk\\na,,high        | line 2: account_risk is 'high'
            accounts.csv | account_id,ring_id,account_risk\\na,r9,0.5       | line 2: ring r9 of account a is not in rings.csv
            accounts.csv | account_id,ring_id,account_risk\\na,,0\\na,,0    | line 3: account a stands there again, first in line 2
            accounts.csv | account_id,ring_id,account_risk\\na,0            | line 2: it has 2 fields
            accounts.csv | account_id,ring_id,account_risk                  | has a header but no row
            rings.csv    | ring_id,risk\\nr1,-1                             | line 2: risk is '-1'
            rings.csv    | ring_id,risk\\nr1,1\\nr1,1                       | line 3: ring r1 stands there twice
            links.csv    | account_a,account_b,probability\\na,x,0.5        | line 2: account x is not in accounts.csv
            links.csv    | account_a,account_b,probability\\na,a,0.5        | line 2: account a is linked with itself
            links.csv    | account_a,account_b,probability\\na,b,1\\nb,a,1   | line 3: accounts a and b are linked twice
            links.csv    | account_a,account_b,probability\\na,b,2          | line 2: probability is '2'
            """)
    void saysWhatIsWrongAndWhere(String file, String text, String message) throws IOException {
        write(file, text.replace("\\n", "\n") + "\n");

        assertThatThrownBy(() -> ResultsReader.read(folder, "theirs"))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining(file)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"accounts.csv", "rings.csv", "links.csv"})
    void saysWhichFileIsMissing(String file) throws IOException {
        Files.delete(folder.resolve(file));

        assertThatThrownBy(() -> ResultsReader.read(folder, "theirs"))
                .hasMessageContaining("There is no")
                .hasMessageContaining(file);
    }

    @Test
    void saysThatAFileIsEmpty() throws IOException {
        write("rings.csv", "");

        assertThatThrownBy(() -> ResultsReader.read(folder, "theirs")).hasMessageContaining("rings.csv is empty");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
