package io.ringsight.ingest.neo4j;

import static java.util.Comparator.comparing;

import io.ringsight.cypher.Statement;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.IdentifierRecord;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.Token;
import io.ringsight.ingest.record.TokenisedApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.ClientException;

/**
 * Writes one batch so that every moment at which the process may die leaves a graph that the same batch, written again,
 * completes: identifiers first; a new account and all its sightings in one transaction; of a changed account the sightings
 * before the version that marks it as done.
 *
 * <p>Rows go in key order through parallel sessions: those of one account through one session, and relationships in the
 * order of their identifiers' tokens, so that locks on hubs are taken in one order everywhere.
 */
final class BatchWriter {
    private static final String CONSTRAINT_FAILED = "Neo.ClientError.Schema.ConstraintValidationFailed";
    private static final int ATTEMPTS = 5;

    private final Store store;
    private final Sessions sessions;
    private final RecentTokens written = new RecentTokens();
    private final int keyVersion;
    private volatile long lastSequence;

    BatchWriter(Store store, Sessions sessions, int keyVersion) {
        this.store = store;
        this.sessions = sessions;
        this.keyVersion = keyVersion;
    }

    void write(WriteBatch batch) {
        batch.waves().forEach(this::writeWave);
        if (!batch.sightings().isEmpty()) {
            mergeIdentifiers(batch.sightings());
            mergeSightings(batch.sightings());
        }
    }

    private void writeWave(List<TokenisedApplication> wave) {
        for (int attempt = 1; ; attempt++) {
            try {
                writeOnce(wave);
                return;
            } catch (RingsightException e) {
                // Another process created one of the accounts since we asked: ask again.
                boolean overtaken =
                        e.getCause() instanceof ClientException cause && CONSTRAINT_FAILED.equals(cause.code());
                if (!overtaken || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void writeOnce(List<TokenisedApplication> wave) {
        Map<String, String> known = knownContent(wave);
        List<TokenisedApplication> created = new ArrayList<>();
        List<TokenisedApplication> changed = new ArrayList<>();
        List<SightingRecord> sightings = new ArrayList<>();
        for (TokenisedApplication application : wave) {
            String content = known.get(application.account().accountId());
            if (content == null) {
                created.add(application);
            } else if (!content.equals(application.account().content().hex())) {
                changed.add(application);
            } else {
                continue;
            }
            sightings.addAll(application.sightings());
        }
        mergeIdentifiers(sightings);
        create(created);
        revise(changed);
    }

    /** Appends sightings of one account, if there is one, and numbers it anew where something is new. */
    Optional<GraphWriter.Appended> append(String accountId, List<SightingRecord> sightings) {
        if (store.read(Statement.INGEST_KNOWN_ACCOUNTS.with(Map.of("account_ids", List.of(accountId))), row -> true)
                .isEmpty()) {
            return Optional.empty(); // before anything of what it presents is kept
        }
        mergeIdentifiers(sightings);
        List<List<Object>> rows = sightings.stream()
                .sorted(comparing(sighting -> sighting.identifier().token().hex()))
                .map(sighting ->
                        List.<Object>of(sighting.identifier().token().hex(), sighting.seenAt(), sighting.recordedAt()))
                .toList();
        return store
                .write(
                        Statement.INGEST_APPEND_SIGHTINGS.with(Map.of("account_id", accountId, "sightings", rows)),
                        row -> new GraphWriter.Appended(
                                row.get("created").asLong(), row.get("seq").asLong()))
                .stream()
                .findFirst();
    }

    /** The newest log sequence number that was written; 0 while there is none. */
    long lastSequence() {
        return lastSequence;
    }

    private long reserve(long count) {
        long first = StoreMeta.reserve(store, count);
        lastSequence = first + count - 1;
        return first;
    }

    private Map<String, String> knownContent(List<TokenisedApplication> wave) {
        List<String> ids = wave.stream()
                .map(application -> application.account().accountId())
                .toList();
        Map<String, String> known = new HashMap<>();
        store.read(
                Statement.INGEST_KNOWN_ACCOUNTS.with(Map.of("account_ids", ids)),
                row -> known.put(
                        row.get("account_id").asString(), row.get("content").asString()));
        return known;
    }

    private void mergeIdentifiers(List<SightingRecord> sightings) {
        var identifiers = new TreeMap<Token, IdentifierRecord>();
        for (SightingRecord sighting : sightings) {
            IdentifierRecord identifier = sighting.identifier();
            if (!written.contains(identifier.token())) {
                identifiers.putIfAbsent(identifier.token(), identifier);
            }
        }
        sessions.eachPart(new ArrayList<>(identifiers.values()), part -> {
            List<List<@Nullable Object>> rows = part.stream()
                    .map(identifier -> Rows.identifier(identifier, keyVersion))
                    .toList();
            store.write(Statement.INGEST_MERGE_IDENTIFIERS.with(Map.of("identifiers", rows)));
        });
        identifiers.keySet().forEach(written::add);
    }

    private void create(List<TokenisedApplication> applications) {
        applications.sort(comparing(application -> application.account().accountId()));
        numbered(applications, part -> {
            List<List<@Nullable Object>> accounts = new ArrayList<>();
            List<List<@Nullable Object>> uses = new ArrayList<>();
            long sequence = part.firstSequence();
            for (TokenisedApplication application : part.applications()) {
                long position = accounts.size();
                accounts.add(Rows.account(application.account(), sequence++, keyVersion));
                for (SightingRecord sighting : Sightings.distinct(application.sightings())) {
                    uses.add(Rows.sighting(position, sighting, sequence++));
                }
            }
            uses.sort(Rows.BY_TOKEN);
            store.write(Statement.INGEST_CREATE_ACCOUNTS.with(Map.of("accounts", accounts, "uses", uses)));
        });
    }

    private void revise(List<TokenisedApplication> applications) {
        if (applications.isEmpty()) {
            return;
        }
        mergeSightings(applications.stream()
                .flatMap(application -> application.sightings().stream())
                .toList());
        applications.sort(comparing(application -> application.account().accountId()));
        numbered(applications, part -> {
            List<List<@Nullable Object>> accounts = new ArrayList<>();
            for (TokenisedApplication application : part.applications()) {
                accounts.add(Rows.account(application.account(), part.firstSequence() + accounts.size(), keyVersion));
            }
            store.write(Statement.INGEST_REVISE_ACCOUNTS.with(Map.of("accounts", accounts)));
        });
    }

    private void mergeSightings(List<SightingRecord> sightings) {
        List<SightingRecord> byAccount = new ArrayList<>(sightings);
        byAccount.sort(comparing(SightingRecord::accountId));
        long first = reserve(byAccount.size());
        sessions.eachPart(byAccount, SightingRecord::accountId, (part, offset) -> {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (SightingRecord sighting : part) {
                rows.add(Rows.sighting(sighting.accountId(), sighting, first + offset + rows.size()));
            }
            rows.sort(Rows.BY_TOKEN);
            long merged = store.write(
                            Statement.INGEST_MERGE_SIGHTINGS.with(Map.of("sightings", rows)),
                            row -> row.get("merged").asLong())
                    .getFirst();
            if (merged != rows.size()) {
                throw new RingsightException(
                        ErrorCode.INTERNAL,
                        (rows.size() - merged) + " of " + rows.size() + " sightings found no account in the store.",
                        "Maybe accounts were deleted while the ingest ran; run it again.");
            }
        });
    }

    /** Applications that one session writes, and the first of the log sequence numbers that are theirs. */
    private record Part(List<TokenisedApplication> applications, long firstSequence) {}

    private void numbered(List<TokenisedApplication> applications, Consumer<Part> write) {
        if (applications.isEmpty()) {
            return;
        }
        int size = applications.size();
        long[] rowsBefore = new long[size + 1];
        for (int i = 0; i < size; i++) {
            rowsBefore[i + 1] =
                    rowsBefore[i] + 1 + applications.get(i).sightings().size();
        }
        long first = reserve(rowsBefore[size]);
        sessions.eachPart(
                applications,
                application -> application.account().accountId(),
                (part, offset) -> write.accept(new Part(part, first + rowsBefore[offset])));
    }
}
