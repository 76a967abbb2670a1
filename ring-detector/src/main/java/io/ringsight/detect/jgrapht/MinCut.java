package io.ringsight.detect.jgrapht;

import io.ringsight.detect.link.Link;
import java.util.List;

/**
 * Where a ring is held together least: the two sides between which the sum of the probabilities of links is smallest. M. Stoer, F. Wagner:
 * A simple min-cut algorithm, J. ACM 44 (1997), doi:10.1145/263867.263872.
 *
 * @param side accounts of the smaller side, by id; of two equal ones, that without the first account
 * @param otherSide the others
 * @param links between the two, with their evidence, by (a, b)
 * @param weight sum of their probabilities: how many of these links are expected to be true
 */
public record MinCut(List<String> side, List<String> otherSide, List<Link> links, double weight) {
    public MinCut {
        side = List.copyOf(side);
        otherSide = List.copyOf(otherSide);
        links = List.copyOf(links);
    }
}
