package io.ringsight.ingest.simulate;

/** One identifier that an application shows. Mutable, one thread. */
final class Item {
    static final long EVER = Long.MAX_VALUE;

    final String type;
    final String value; // as it is, without slips of the pen
    final boolean common; // a public place or thing: connects nobody
    final String kin; // values of one kin are near each other by somebody's design; empty for none
    String written; // as it stands in the file
    long firstSeen; // ms since 1970; 0: with the application
    long lastSeen; // 0: only once
    long until = EVER; // not seen with this account after that

    private Item(String type, String value, boolean common, String kin) {
        this.type = type;
        this.value = value;
        this.common = common;
        this.kin = kin;
        this.written = value;
    }

    static Item own(String type, String value) {
        return new Item(type, value, false, "");
    }

    static Item common(String type, String value) {
        return new Item(type, value, true, "");
    }

    static Item kin(String type, String value, String kin) {
        return new Item(type, value, false, kin);
    }
}
