package io.ringsight.detect.explanation;

import java.util.List;

/**
 * One sentence to be, free of language.
 *
 * @param code what it says, upper snake case
 * @param subject the identifier type that it speaks of; empty for none
 * @param facts every number in it, in the order of the sentence
 */
public record Statement(String code, String subject, List<Fact> facts) {
    public Statement {
        facts = List.copyOf(facts);
    }
}
