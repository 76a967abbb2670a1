package io.ringsight.ingest.simulate;

import java.util.Locale;

/** How a fraudulent account came to be: six kinds of ring, and none. */
enum Pattern {
    /** Few devices on one line, many people. */
    DEVICE_FARM,
    /** One face under many names; sometimes the very same picture. */
    FACE_RECYCLING,
    /** Documents from one run of serial numbers, some used twice. */
    DOCUMENT_MILL,
    /** Each account shares one thing with the next, a different one each time. */
    CHAIN,
    /** Everything is sent to one address and paid out to few accounts. */
    DROP_ADDRESS,
    /** Grows over the whole period, each account sharing one thing with an earlier one; large exposure. */
    BUST_OUT,
    /** Alone: no graph can find it. */
    LONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
