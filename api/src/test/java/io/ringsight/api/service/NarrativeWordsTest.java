package io.ringsight.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.detect.explanation.Fact;
import io.ringsight.detect.explanation.Narrative;
import io.ringsight.detect.explanation.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrativeWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            RING_CAME     |          | 11,9,2026-03-01,2026-03-10,7 | 11 accounts came within 9 days, from 2026-03-01 to 2026-03-10; at most 7 of them within one week.
            PEOPLE        |          | 7,1                         | They give 7 names and 1 birth date.
            FEWER_THINGS  | biometric| 1,7                         | 1 face for 7 accounts.
            FEWER_THINGS  | payment  | 3,11                        | 3 bank accounts or cards for 11 accounts.
            CITED_SHARED  | device   | 2,4,98.0 %                  | 2 of them use one and the same device, as 4 accounts do in all; by itself that makes a risk of 98.0 %.
            CITED_ALIKE   | document | 10,7,99.9 %                 | 10 of them have identity documents much like each other's, 7 in all; by itself that makes a risk of 99.9 %.
            CITED_OWN     | email    | 4,5                         | 4 of them have e-mail addresses of their own, 5 in all: that tells other hands from one person.
            BUSY_HUB      | ip       | 4,310                       | 4 of them use one network address that 310 outsiders use too: what hangs on it alone may be no ring.
            WEAKEST_PLACE |          | 1,2,9                       | It holds least at 1 link between 2 accounts and the other 9: look there for a false merge.
            AT_STAKE      |          | 1250.00                     | In all 1250.00 is at stake.
            """)
    void saysEachFactInItsPlace(String code, String subject, String values, String sentence) {
        List<Fact> facts = Arrays.stream(values.strip().split(","))
                .map(value -> new Fact("number", value, "somewhere"))
                .toList();
        var statement = new Statement(code, subject == null ? "" : subject, facts);
        assertThat(NarrativeWords.sentence(statement)).isEqualTo(sentence);
        assertThat(NarrativeWords.paragraph(new Narrative(List.of(statement, statement))))
                .isEqualTo(sentence + " " + sentence);
    }
}
