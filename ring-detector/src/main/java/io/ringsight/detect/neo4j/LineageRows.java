package io.ringsight.detect.neo4j;

import io.ringsight.detect.lineage.Cause;
import io.ringsight.detect.lineage.LineageEvent;
import io.ringsight.detect.lineage.RingVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Versions of rings and their events as rows. A cause is {@code kind:at:of}. */
final class LineageRows {
    private LineageRows() {}

    static Map<String, Object> of(RingVersion version) {
        return Map.of(
                "ring_id", version.ringId(),
                "version", version.version(),
                "since", version.since(),
                "members", version.members());
    }

    static RingVersion version(Record row) {
        return new RingVersion(
                row.get("ring_id").asString(),
                row.get("version").asInt(),
                row.get("since").asLong(),
                strings(row, "members"));
    }

    static Map<String, Object> of(LineageEvent event) {
        return Map.of(
                "ring_id", event.ringId(),
                "version", event.version(),
                "kind", event.kind().name().toLowerCase(Locale.ROOT),
                "at", event.at(),
                "joined", event.joined(),
                "left", event.left(),
                "others", event.others(),
                "causes", event.causes().stream().map(LineageRows::text).toList());
    }

    static LineageEvent event(Record row) {
        return new LineageEvent(
                row.get("ring_id").asString(),
                row.get("version").asInt(),
                LineageEvent.Kind.valueOf(row.get("kind").asString().toUpperCase(Locale.ROOT)),
                row.get("at").asLong(),
                strings(row, "joined"),
                strings(row, "left"),
                strings(row, "others"),
                strings(row, "causes").stream().map(LineageRows::cause).toList());
    }

    private static String text(Cause cause) {
        return cause.kind().name().toLowerCase(Locale.ROOT) + ':' + cause.at() + ':' + cause.of();
    }

    private static Cause cause(String text) {
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        return new Cause(
                Cause.Kind.valueOf(text.substring(0, first).toUpperCase(Locale.ROOT)),
                text.substring(second + 1),
                Long.parseLong(text.substring(first + 1, second)));
    }

    private static List<String> strings(Record row, String column) {
        return row.get(column).asList(Value::asString);
    }
}
