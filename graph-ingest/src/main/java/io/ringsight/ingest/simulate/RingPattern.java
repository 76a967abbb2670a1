package io.ringsight.ingest.simulate;

import java.util.Locale;

/** Kinds of ring, each with the dials it usually has and the way in which it is woven. */
enum RingPattern {
    DEVICE_FARM(new RingDials(7, 10, 0.13, 12), new DeviceFarm()),
    FACE_RECYCLING(new RingDials(5.5, 30, 0.15, 10), new FaceRecycling()),
    DOCUMENT_MILL(new RingDials(5.5, 25, 0.15, 10), new DocumentMill()),
    CHAIN(new RingDials(5, 30, 0.1, 8), new Chain()),
    DROP_ADDRESS(new RingDials(5.5, 30, 0.16, 10), new DropAddress()),
    BUST_OUT(new RingDials(5.5, 150, 0.12, 9), new BustOut()),
    CAMOUFLAGE(new RingDials(5.5, 60, 0.12, 9), new Camouflage()),
    PATTERN_FARM(new RingDials(6, 8, 0.12, 10), new PatternFarm()),
    STOLEN_IDENTITY(new RingDials(5.5, 25, 0.1, 9), new StolenIdentity()),
    SPLIT_MERGE(new RingDials(7, 110, 0.1, 7), new SplitMerge()),
    DORMANT(new RingDials(6, 130, 0.1, 6), new Dormant());

    private final RingDials usual;
    private final Weave weave;

    RingPattern(RingDials usual, Weave weave) {
        this.usual = usual;
        this.weave = weave;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    RingDials usual() {
        return usual;
    }

    Weave weave() {
        return weave;
    }
}
