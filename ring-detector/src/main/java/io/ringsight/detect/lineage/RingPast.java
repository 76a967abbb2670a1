package io.ringsight.detect.lineage;

import java.util.List;
import java.util.Optional;

/** What is known of rings before a change. */
public interface RingPast {
    /** Rings that there are, the oldest first: those that the change may touch at least. */
    List<RingVersion> standing();

    /** The newest version of a ring, which may have ended. */
    Optional<RingVersion> latest(String ringId);

    /** The id of the ring that ended with just these members. */
    Optional<String> endedWith(List<String> members);
}
