package io.ringsight.detect.evidence;

import java.util.EnumSet;
import java.util.Set;

/**
 * How two accounts may be related: the latent classes of the {@link PairModel}. That a class of its own for people who live together
 * keeps them apart from one person twice: M. D. Larsen, D. B. Rubin: Iterative automated record linkage using mixture models, JASA 96
 * (2001), doi:10.1198/016214501750332956.
 */
public enum Relation {
    /** Nothing but chance: a network of thousands, a wrong digit. */
    STRANGERS,
    /** Strangers who had one thing one after the other: a reassigned number, a device that was sold on. */
    SUCCESSORS,
    /** Strangers in one place: an office, a café, neighbours in a house of flats. */
    COLOCATED,
    /** Strangers in one home: flatmates, customers of a forwarding address. */
    LODGERS,
    /** Strangers whom one agent signs up on a device of theirs. */
    CUSTOMERS,
    /** People who live together or are family: home, network, surname, now and then a device or a card. */
    RELATED,
    /** Family that lives apart, and still pays or signs up for each other. */
    RELATED_ELSEWHERE,
    /** One person with two accounts, under the same name, face and papers. */
    SAME_PERSON,
    /** Different identities in the same hands, which reuse most of what they have. */
    OPERATED,
    /** In the same hands, which take care and share devices alone. */
    OPERATED_BY_DEVICE,
    /** … are paid out together. */
    OPERATED_BY_PAYOUT,
    /** … share telephones or mailboxes, or bought them together. */
    OPERATED_BY_CONTACT,
    /** … have papers or faces from one source. */
    OPERATED_BY_SOURCE,
    /** … have their mail sent to one place. */
    OPERATED_BY_PLACE,
    /** One identity's name and papers under somebody else's face and with nothing else in common: its owner is the victim. */
    IMPERSONATED;

    static final Relation[] ALL = values();

    /** Two accounts under common control. */
    static final Set<Relation> CONTROL = EnumSet.range(SAME_PERSON, OPERATED_BY_PLACE);

    /** Two identities in the same hands. */
    static final Set<Relation> HANDS = EnumSet.range(OPERATED, OPERATED_BY_PLACE);

    /** The probability that a pair is of one of some relations, of the probabilities of each. */
    static double sum(Set<Relation> relations, double[] probability) {
        double sum = 0;
        for (Relation relation : relations) {
            sum += probability[relation.ordinal()];
        }
        return sum;
    }
}
