package io.ringsight.ingest.simulate;

/** How the people behind one kind of ring go about it. Has no state. */
interface Weave {
    /** Gives the members what connects them. They are in order of time and show by then what anybody shows. */
    void weave(RingPlot plot);

    /** Under which name and with which papers a member applies. */
    default Person identity(RingPlot plot) {
        return plot.somebody();
    }

    /** When a member applies, as a share of the ring's whole time, 0 to 1. */
    default double moment(Chance chance) {
        return chance.share();
    }
}
