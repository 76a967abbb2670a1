package io.ringsight.api.service;

import io.ringsight.detect.explanation.Fact;
import io.ringsight.detect.explanation.Narrative;
import io.ringsight.detect.explanation.Statement;
import java.util.Iterator;
import java.util.stream.Collectors;

/** A narrative in words that an investigator can read aloud. Every number in a sentence is one of its facts, in their order. */
public final class NarrativeWords {
    private NarrativeWords() {}

    /** The paragraph. */
    public static String paragraph(Narrative narrative) {
        return narrative.statements().stream().map(NarrativeWords::sentence).collect(Collectors.joining(" "));
    }

    /** One sentence of it. */
    public static String sentence(Statement statement) {
        Iterator<Fact> facts = statement.facts().iterator();
        String thing = ReasonWords.thing(statement.subject());
        return switch (statement.code()) {
            case "RING_CAME" ->
                count(facts, "account") + " came within " + count(facts, "day") + ", from " + next(facts) + " to "
                        + next(facts) + "; at most " + next(facts) + " of them within one week.";
            case "PEOPLE" -> "They give " + count(facts, "name") + " and " + count(facts, "birth date") + ".";
            case "FEWER_THINGS" -> count(facts, thing) + " for " + count(facts, "account") + ".";
            case "CITED_SHARED" ->
                next(facts) + " of them use one and the same " + thing + ", as " + count(facts, "account")
                        + " do in all; by itself that makes a risk of " + next(facts) + ".";
            case "CITED_ALIKE" ->
                next(facts) + " of them have " + plural(thing) + " much like each other's, " + next(facts)
                        + " in all; by itself that makes a risk of " + next(facts) + ".";
            case "CITED_OWN" ->
                next(facts) + " of them have " + plural(thing) + " of their own, " + next(facts)
                        + " in all: that tells other hands from one person.";
            case "RESTS_ON" ->
                "The risk rests on " + next(facts) + " of " + count(facts, "thing")
                        + " that they present: by links alone it is " + next(facts) + ", without these " + next(facts)
                        + ", with nothing else " + next(facts) + ".";
            case "HELD_BY" ->
                "What holds them together is " + next(facts) + " of " + count(facts, "thing")
                        + " that they present: by links alone the risk is " + next(facts) + ", without these "
                        + next(facts) + ", with nothing else " + next(facts) + ".";
            case "HELD_BY_NOTHING" -> "Nothing that they present holds them together.";
            case "BONDED" ->
                "Investigators decided of " + count(facts, "pair") + " of them that they are in the same hands.";
            case "BUSY_HUB" ->
                next(facts) + " of them use one " + thing + " that " + count(facts, "outsider")
                        + " use too: what hangs on it alone may be no ring.";
            case "WEAKEST_PLACE" ->
                "It holds least at " + count(facts, "link") + " between " + count(facts, "account") + " and the other "
                        + next(facts) + ": look there for a false merge.";
            case "KNOWN_FRAUD" -> next(facts) + " of them turned out to be fraud.";
            case "AT_STAKE" -> "In all " + next(facts) + " is at stake.";
            default -> throw new IllegalArgumentException("There are no words for " + statement.code() + ".");
        };
    }

    private static String next(Iterator<Fact> facts) {
        return facts.next().value();
    }

    /** So many of them, in the plural unless it is one. */
    private static String count(Iterator<Fact> facts, String thing) {
        String number = next(facts);
        return number + " " + (number.equals("1") ? thing : plural(thing));
    }

    private static String plural(String thing) {
        return thing.equals(ReasonWords.thing("payment"))
                ? "bank accounts or cards"
                : thing + (thing.endsWith("s") ? "es" : "s");
    }
}
