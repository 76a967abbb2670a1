package io.ringsight.ingest.simulate;

import java.util.Locale;

/** Kinds of ring, each with the dials it usually has and the way in which it is woven. */
enum RingPattern {
    DEVICE_FARM(new RingDials(9, 10, 0.3, 12), new DeviceFarm()),
    FACE_RECYCLING(new RingDials(6, 30, 0.3, 10), new FaceRecycling()),
    DOCUMENT_MILL(new RingDials(7, 25, 0.3, 10), new DocumentMill()),
    CHAIN(new RingDials(6, 30, 0.25, 8), new Chain()),
    DROP_ADDRESS(new RingDials(7, 30, 0.3, 10), new DropAddress()),
    BUST_OUT(new RingDials(7, 150, 0.3, 9), new BustOut()),
    CAMOUFLAGE(new RingDials(6, 60, 0.3, 9), new Camouflage()),
    PATTERN_FARM(new RingDials(9, 8, 0.3, 10), new PatternFarm()),
    STOLEN_IDENTITY(new RingDials(6, 25, 0.3, 9), new StolenIdentity()),
    SPLIT_MERGE(new RingDials(9, 110, 0.25, 7), new SplitMerge()),
    DORMANT(new RingDials(7, 130, 0.25, 6), new Dormant());

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
