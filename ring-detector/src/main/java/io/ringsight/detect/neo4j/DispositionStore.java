package io.ringsight.detect.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.detect.disposition.Disposition;
import io.ringsight.detect.disposition.Disposition.Kind;
import io.ringsight.detect.disposition.DispositionLog;
import io.ringsight.detect.disposition.Subject;
import io.ringsight.ingest.neo4j.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Dispositions in the store: appended one by one, never changed. */
public final class DispositionStore {
    private DispositionStore() {}

    /** All of them. */
    public static DispositionLog read(Store store) {
        return readAfter(store, DispositionLog.empty());
    }

    /** What is known and those that came since. */
    public static DispositionLog readAfter(Store store, DispositionLog known) {
        var all = new ArrayList<>(known.dispositions());
        all.addAll(store.read(
                Statement.DISPOSITION_READ.with(Map.of("after", known.last())), DispositionStore::disposition));
        return new DispositionLog(all);
    }

    /** Whether it was appended: not when others came that the caller did not know of. */
    public static boolean append(Store store, Disposition disposition) {
        return !store.write(
                        Statement.DISPOSITION_APPEND.with(
                                Map.of("number", disposition.number(), "properties", properties(disposition))),
                        row -> row.get("number").asLong())
                .isEmpty();
    }

    private static Map<String, Object> properties(Disposition disposition) {
        Map<String, Object> row = new HashMap<>();
        row.put("kind", disposition.kind().name().toLowerCase(Locale.ROOT));
        row.put("user", disposition.user());
        row.put("reason", disposition.reason());
        row.put("at", disposition.at());
        disposition.expires().ifPresent(expires -> row.put("expires", expires));
        disposition.undoes().ifPresent(undoes -> row.put("undoes", undoes));
        row.put("accounts", disposition.subject().accounts());
        if (disposition.subject() instanceof Subject.Ring ring) {
            row.put("ring_id", ring.ringId());
            row.put("ring_version", ring.version());
            row.put("ring_conflicts", ring.conflicts());
        }
        return row;
    }

    private static Disposition disposition(Record record) {
        Value row = record.get("properties");
        return new Disposition(
                record.get("number").asLong(),
                Kind.valueOf(row.get("kind").asString().toUpperCase(Locale.ROOT)),
                subject(row),
                row.get("user").asString(),
                row.get("reason").asString(),
                row.get("at").asLong(),
                optional(row.get("expires")),
                optional(row.get("undoes")));
    }

    private static Subject subject(Value row) {
        List<String> accounts = row.get("accounts").asList(Value::asString);
        if (!row.get("ring_id").isNull()) {
            return new Subject.Ring(
                    row.get("ring_id").asString(),
                    row.get("ring_version").asInt(),
                    accounts,
                    row.get("ring_conflicts").asInt());
        }
        return accounts.size() == 1
                ? new Subject.Account(accounts.getFirst())
                : Subject.Pair.of(accounts.getFirst(), accounts.getLast());
    }

    private static OptionalLong optional(Value value) {
        return value.isNull() ? OptionalLong.empty() : OptionalLong.of(value.asLong());
    }
}
