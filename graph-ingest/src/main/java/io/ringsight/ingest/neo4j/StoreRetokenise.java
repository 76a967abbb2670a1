package io.ringsight.ingest.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.intake.Retokeniser;
import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.AccountRecord;
import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/**
 * Changes the keys of an installation: new keys, and tokens, signatures and sealed values made again out of the vault. Each
 * node tells the version of its keys, so an interrupted change goes on where it stopped; until it has ended no ingest may
 * run. Sightings, ids and structure stay as they are, and so does every result.
 */
public final class StoreRetokenise {
    private static final int BATCH = 5_000;

    private final Store store;
    private final IdentifierTypes types;
    private final Progress progress;

    public StoreRetokenise(Store store, IdentifierTypes types, Progress progress) {
        this.store = store;
        this.types = types;
        this.progress = progress;
    }

    /**
     * Changes the keys, or ends a change that was begun.
     *
     * @return the key sets that stand now
     * @throws RingsightException KEYS when something in the store has no sealed value, or the store is of other keys
     */
    public KeySets run(KeySets keys) {
        StoreMeta meta = StoreMeta.read(store);
        if (meta.keyFingerprint().filter(keys.fingerprint()::equals).isEmpty()) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    "The store at " + store.address().uri() + " was not made with these keys.",
                    "Maybe name the data folder whose keys belong to this store.");
        }
        if (!meta.retokenising()) {
            refuseUnsealed();
        }
        long begunFrom = store.write(
                        Statement.RETOKENISE_BEGIN.with(Map.of("from_version", keys.version())),
                        row -> row.get("from_version").asLong())
                .getFirst();
        KeySets rotated = keys.version() == begunFrom ? keys.rotate() : keys;
        replaceAll(new Retokeniser(types, rotated, Vault.on(rotated)), rotated.version());
        KeySets retired = rotated.retireOlder();
        store.write(Statement.RETOKENISE_END.bare());
        return retired;
    }

    private void refuseUnsealed() {
        long unsealed = store.read(
                        Statement.RETOKENISE_UNSEALED.bare(),
                        row -> row.get("unsealed").asLong())
                .getFirst();
        if (unsealed > 0) {
            throw new RingsightException(
                    ErrorCode.KEYS,
                    unsealed + " accounts and identifiers in the store have no sealed value.",
                    "Maybe they were ingested with the vault off: their tokens cannot be made again.");
        }
    }

    private void replaceAll(Retokeniser retokeniser, int version) {
        progress.begin("retokenise", -1);
        try {
            replace(
                    Statement.RETOKENISE_IDENTIFIERS,
                    Statement.RETOKENISE_REPLACE_IDENTIFIERS,
                    "identifiers",
                    version,
                    row -> identifier(retokeniser, row));
            replace(
                    Statement.RETOKENISE_REVISIONS,
                    Statement.RETOKENISE_REPLACE_REVISIONS,
                    "accounts",
                    version,
                    row -> account(retokeniser, row));
            replace(
                    Statement.RETOKENISE_ACCOUNTS,
                    Statement.RETOKENISE_REPLACE_ACCOUNTS,
                    "accounts",
                    version,
                    row -> account(retokeniser, row));
        } finally {
            progress.end();
        }
    }

    private void replace(
            Statement toDo,
            Statement put,
            String rowsName,
            int version,
            Function<Record, List<@Nullable Object>> each) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Runnable write = () -> {
            progress.check();
            store.write(put.with(Map.of(rowsName, List.copyOf(rows), "version", version)));
            progress.advance(rows.size());
            rows.clear();
        };
        store.stream(toDo.with(Map.of("version", version)), row -> {
            rows.add(each.apply(row));
            if (rows.size() == BATCH) {
                write.run();
            }
        });
        write.run();
    }

    private static List<@Nullable Object> identifier(Retokeniser retokeniser, Record row) {
        Token old = Token.fromHex(row.get("token").asString());
        var identifier = retokeniser.identifier(
                row.get("type").asString(), old, new Bytes(row.get("vault").asByteArray()));
        return Rows.replacement(old, identifier);
    }

    private static List<@Nullable Object> account(Retokeniser retokeniser, Record row) {
        var stored = new AccountRecord(
                row.get("account_id").asString(),
                row.get("created_at").asLong(),
                row.get("recorded_at").asLong(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(row.get("country").asString(null)),
                row.get("exposure").isNull()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(row.get("exposure").asDouble()),
                Token.fromHex(row.get("content").asString()),
                Optional.of(new Bytes(row.get("vault").asByteArray())));
        return Rows.replacement(retokeniser.account(stored), row.get("revision").asLong());
    }
}
