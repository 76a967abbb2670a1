package io.ringsight.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementTest {
    private static final Pattern USE = Pattern.compile("\\$(\\w+)");

    @ParameterizedTest
    @EnumSource
    void declaresExactlyTheParametersThatItUses(Statement statement) {
        var used = new HashSet<String>();
        USE.matcher(statement.text()).results().forEach(use -> used.add(use.group(1)));

        assertThat(used).isEqualTo(statement.parameters().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItNeedsTheLibraryWhenItCallsIt(Statement statement) {
        assertThat(statement.needsGds())
                .isEqualTo(statement.text().contains("gds.") && statement != Statement.STORE_PROBE);
    }

    @Test
    void bindsParametersOfTheDeclaredTypes() {
        var bound = Statement.LABELS_READ.with(Map.of("as_of", 5L));

        assertThat(bound.parameters()).containsEntry("as_of", 5L);
        assertThat(bound.text()).startsWith("MATCH (l:Label)");
    }

    @Test
    void refusesAMissingParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(Statement.LABELS_READ::bare)
                .withMessage("LABELS_READ: parameter 'as_of' must be INTEGER and is missing.");
    }

    @Test
    void refusesAParameterOfAnotherType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.LABELS_READ.with(Map.of("as_of", "today")))
                .withMessage("LABELS_READ: parameter 'as_of' must be INTEGER and is a String.");
    }

    @Test
    void refusesAParameterThatIsNotDeclared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statement.LABELS_READ.with(Map.of("as_of", 5L, "account_id", "A1")))
                .withMessage("LABELS_READ: there is no parameter 'account_id'.");
    }

    @Test
    void readsAHeader() {
        var source = StatementSource.parse("x", """
                // Does a thing.
                // @param rows LIST of things
                // @param limit INTEGER how many
                // @needs gds
                UNWIND $rows AS row
                RETURN row // not a header
                """);

        assertThat(source.parameters()).isEqualTo(Map.of("rows", ParameterType.LIST, "limit", ParameterType.INTEGER));
        assertThat(source.needsGds()).isTrue();
        assertThat(source.text()).isEqualTo("UNWIND $rows AS row\nRETURN row // not a header");
    }

    @Test
    void refusesAHeaderThatItCannotRead() {
        for (String header :
                List.of("// Does.\n// @param rows\n", "// @param rows LIST of things\n", "// Does.\n// @nonsense\n")) {
            assertThatIllegalStateException().isThrownBy(() -> StatementSource.parse("x", header + "RETURN 1"));
        }
    }
}
