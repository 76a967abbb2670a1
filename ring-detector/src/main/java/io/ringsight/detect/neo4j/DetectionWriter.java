package io.ringsight.detect.neo4j;

import io.ringsight.cypher.Statement;
import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.DetectionFacts;
import io.ringsight.detect.evidence.Resemblance;
import io.ringsight.detect.evidence.Resemblances;
import io.ringsight.detect.lineage.Succession;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a detection in batches, counts it, and only then shows it. */
final class DetectionWriter {
    private static final int ROWS = 5_000;
    private static final int RINGS = 500; // whose members of before and after go in one transaction
    private static final int ACCOUNTS_A_NODE = 10_000;
    private static final long DELETIONS = 10_000;

    private final Store store;
    private final Publication publication;

    DetectionWriter(Store store, Publication publication) {
        this.store = store;
        this.publication = publication;
    }

    long publish(Detection detection, Resemblances resemblances, Succession succession) {
        long number = store.write(
                        Statement.DETECTION_BEGIN.bare(),
                        row -> row.get("number").asLong())
                .getFirst();
        int members = writeRings(number, detection);
        batches(
                detection.links(),
                ROWS,
                links -> store.write(Statement.DETECTION_ADD_LINKS.with(Map.of(
                        "number",
                        number,
                        "links",
                        links.stream().map(DetectionWriter::row).toList()))));
        writeResemblances(number, resemblances);
        long parts = writeOutside(number, detection);
        writeLineage(number, succession);
        seeThatItIsWhole(
                number,
                List.of(
                        (long) detection.rings().size(),
                        (long) members,
                        (long) detection.links().size(),
                        (long) resemblances.size(),
                        parts,
                        (long) succession.versions().size(),
                        (long) succession.events().size()));
        show(number, detection.facts());
        store.read(
                        Statement.DETECTION_OBSOLETE.with(Map.of("before", number, "kept", publication.kept())),
                        row -> Map.entry(
                                row.get("number").asLong(),
                                row.get("state").asString().equals("writing")))
                .forEach(obsolete -> delete(obsolete.getKey(), obsolete.getValue()));
        return number;
    }

    /** Batches of rings with about as many members as other batches have rows. */
    private int writeRings(long number, Detection detection) {
        int written = 0;
        int members = 0;
        List<Map<String, Object>> batch = new ArrayList<>();
        for (Ring ring : detection.rings()) {
            batch.add(row(ring, detection));
            members += ring.size();
            if (members - written >= ROWS) {
                store.write(Statement.DETECTION_ADD_RINGS.with(Map.of("number", number, "rings", batch)));
                batch = new ArrayList<>();
                written = members;
            }
        }
        if (!batch.isEmpty()) {
            store.write(Statement.DETECTION_ADD_RINGS.with(Map.of("number", number, "rings", batch)));
        }
        return members;
    }

    private void writeResemblances(long number, Resemblances resemblances) {
        for (int from = 0; from < resemblances.size(); from += ROWS) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int i = from; i < Math.min(resemblances.size(), from + ROWS); i++) {
                rows.add(row(resemblances, resemblances.get(i)));
            }
            store.write(Statement.DETECTION_ADD_RESEMBLANCES.with(Map.of("number", number, "resemblances", rows)));
        }
    }

    private static List<@Nullable Object> row(Resemblances resemblances, Resemblance resemblance) {
        return Arrays.asList(
                resemblances.token(resemblance.one()).hex(),
                resemblances.token(resemblance.other()).hex(),
                resemblance.kind().word(),
                resemblance.distance().isPresent() ? resemblance.distance().getAsInt() : null,
                resemblance.similarity().isPresent() ? resemblance.similarity().getAsDouble() : null,
                resemblance.likelihoodBits());
    }

    private long writeOutside(long number, Detection detection) {
        List<AccountRisk> outside = detection.accounts().stream()
                .filter(account -> account.ringId() == null)
                .toList();
        long[] part = {0};
        batches(
                outside,
                ACCOUNTS_A_NODE,
                accounts -> store.write(Statement.DETECTION_ADD_OUTSIDE.with(Map.of(
                        "number", number,
                        "part", part[0]++,
                        "account_ids",
                                accounts.stream().map(AccountRisk::accountId).toList(),
                        "risks", accounts.stream().map(AccountRisk::risk).toList(),
                        "reasons",
                                accounts.stream()
                                        .map(account -> String.join(";", Terms.ofReasons(account.reasons())))
                                        .toList()))));
        return part[0];
    }

    private void writeLineage(long number, Succession succession) {
        batches(
                succession.versions(),
                RINGS,
                versions -> store.write(Statement.LINEAGE_ADD_VERSIONS.with(Map.of(
                        "number",
                        number,
                        "versions",
                        versions.stream().map(LineageRows::of).toList()))));
        batches(
                succession.events(),
                RINGS,
                events -> store.write(Statement.LINEAGE_ADD_EVENTS.with(Map.of(
                        "number",
                        number,
                        "events",
                        events.stream().map(LineageRows::of).toList()))));
    }

    private void seeThatItIsWhole(long number, List<Long> expected) {
        List<Long> found = store.read(
                        Statement.DETECTION_COUNT.with(Map.of("number", number)),
                        row -> List.of(
                                row.get("rings").asLong(),
                                row.get("members").asLong(),
                                row.get("links").asLong(),
                                row.get("resemblances").asLong(),
                                row.get("parts").asLong(),
                                row.get("versions").asLong(),
                                row.get("events").asLong()))
                .getFirst();
        if (!found.equals(expected)) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Detection " + number
                            + " is not whole in the store: rings, members, links, resemblances, parts, versions and events are "
                            + found
                            + " and should be " + expected + "; the one before stands.",
                    "Maybe accounts were removed, or another detection was published meanwhile: run it again.");
        }
    }

    private void show(long number, DetectionFacts facts) {
        boolean shown = !store.write(
                        Statement.DETECTION_PUBLISH.with(Map.of(
                                "number",
                                number,
                                "base",
                                publication.base(),
                                "facts",
                                FactsRow.of(facts),
                                "epoch",
                                Map.of(
                                        "at", publication.at(),
                                        "moment", publication.moment(),
                                        "dispositions", publication.dispositions(),
                                        "sequence", publication.sequence(),
                                        "model_version", facts.modelVersion()))),
                        row -> row.get("number").asLong())
                .isEmpty();
        if (!shown) {
            throw new RingsightException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Detection " + number + " was overtaken by another, which stands.",
                    "Maybe two detections ran at once: run it again.");
        }
    }

    /** @param unseen whether it was never published, so that rings never were what it made of them */
    private void delete(long number, boolean unseen) {
        if (unseen) {
            delete(number, List.of(Statement.LINEAGE_DELETE_VERSIONS, Statement.LINEAGE_DELETE_EVENTS));
        }
        store.write(Statement.DETECTION_RETIRE.with(Map.of("number", number)));
        delete(
                number,
                List.of(
                        Statement.DETECTION_DELETE_MEMBERS,
                        Statement.DETECTION_DELETE_LINKS,
                        Statement.DETECTION_DELETE_RESEMBLANCES,
                        Statement.DETECTION_DELETE_RINGS,
                        Statement.DETECTION_DELETE_OUTSIDE));
        store.write(Statement.DETECTION_DELETE.with(Map.of("number", number)));
    }

    private void delete(long number, List<Statement> parts) {
        for (Statement part : parts) {
            long deleted = DELETIONS;
            while (deleted == DELETIONS) {
                deleted = store.write(
                                part.with(Map.of("number", number, "limit", DELETIONS)),
                                row -> row.get("deleted").asLong())
                        .getFirst();
            }
        }
    }

    private static Map<String, Object> row(Ring ring, Detection detection) {
        List<Map<String, Object>> members = ring.members().stream()
                .map(id -> detection.account(id).orElseThrow())
                .map(account -> Map.<String, Object>of(
                        "account_id", account.accountId(),
                        "risk", account.risk(),
                        "reasons", Terms.ofReasons(account.reasons())))
                .toList();
        Map<String, Object> properties = Map.of(
                "ring_id", ring.ringId(),
                "size", ring.size(),
                "risk", ring.risk(),
                "first_seen", ring.firstSeen(),
                "last_seen", ring.lastSeen(),
                "reasons", Terms.ofReasons(ring.reasons()),
                "cohesion", ring.cohesion());
        return Map.of("properties", properties, "members", members);
    }

    private static Map<String, Object> row(Link link) {
        return Map.of(
                "account_a", link.accountA(),
                "account_b", link.accountB(),
                "probability", link.probability(),
                "evidence", Terms.ofEvidence(link.evidence()));
    }

    private static <T> void batches(List<T> rows, int size, Consumer<List<T>> write) {
        for (int from = 0; from < rows.size(); from += size) {
            write.accept(rows.subList(from, Math.min(rows.size(), from + size)));
        }
    }
}
