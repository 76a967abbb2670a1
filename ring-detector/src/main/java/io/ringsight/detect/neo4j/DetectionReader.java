package io.ringsight.detect.neo4j;

import io.ringsight.cypher.BoundStatement;
import io.ringsight.cypher.Statement;
import io.ringsight.detect.AccountRisk;
import io.ringsight.detect.Detection;
import io.ringsight.detect.link.Link;
import io.ringsight.detect.ring.Ring;
import io.ringsight.ingest.neo4j.Store;
import io.ringsight.ingest.record.CodePointOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads a published detection and puts everything back into its order. */
final class DetectionReader {
    private static final Comparator<String> BY_ID = CodePointOrder.INSTANCE;

    private final Store store;

    DetectionReader(Store store) {
        this.store = store;
    }

    Optional<Long> number() {
        return store
                .read(
                        Statement.DETECTION_CURRENT.bare(),
                        row -> row.get("number").asLong())
                .stream()
                .findFirst();
    }

    Optional<Detection> read() {
        return store.read(Statement.DETECTION_CURRENT.bare(), row -> row).stream()
                .findFirst()
                .map(row -> read(row.get("number").asLong(), row.get("facts")));
    }

    /** One that is kept. */
    Optional<Detection> read(long number) {
        Optional<Detection> detection = kept(number).map(facts -> read(number, facts));
        return detection.filter(_ -> kept(number).isPresent()); // and was not deleted while it was read
    }

    private Optional<Value> kept(long number) {
        return store.read(about(Statement.DETECTION_NUMBERED, number), row -> row.get("facts")).stream()
                .findFirst();
    }

    private Detection read(long number, Value facts) {
        List<AccountRisk> accounts = new ArrayList<>();
        Map<String, List<String>> members = new HashMap<>();
        store.stream(about(Statement.DETECTION_MEMBERS, number), row -> {
            String ringId = row.get("ring_id").asString();
            String accountId = row.get("account_id").asString();
            members.computeIfAbsent(ringId, id -> new ArrayList<>()).add(accountId);
            accounts.add(new AccountRisk(
                    accountId, ringId, row.get("risk").asDouble(), Terms.reasons(strings(row, "reasons"))));
        });
        store.stream(about(Statement.DETECTION_OUTSIDE, number), row -> addOutside(row, accounts));
        accounts.sort(Comparator.comparing(AccountRisk::accountId, BY_ID));

        List<Ring> rings = new ArrayList<>();
        store.stream(about(Statement.DETECTION_RINGS, number), row -> rings.add(ring(row, members)));
        rings.sort(Comparator.comparing(Ring::ringId, BY_ID));

        List<Link> links = new ArrayList<>();
        store.stream(
                about(Statement.DETECTION_LINKS, number),
                row -> links.add(new Link(
                        row.get("account_a").asString(),
                        row.get("account_b").asString(),
                        row.get("probability").asDouble(),
                        Terms.evidence(strings(row, "evidence")))));
        links.sort(Comparator.comparing(Link::accountA, BY_ID).thenComparing(Link::accountB, BY_ID));
        return new Detection(accounts, rings, links, FactsRow.facts(facts));
    }

    private static void addOutside(Record row, List<AccountRisk> accounts) {
        List<String> ids = strings(row, "account_ids");
        List<Double> risks = row.get("risks").asList(Value::asDouble);
        List<String> reasons = strings(row, "reasons");
        for (int i = 0; i < ids.size(); i++) {
            List<String> terms = reasons.get(i).isEmpty()
                    ? List.of()
                    : Arrays.asList(reasons.get(i).split(";"));
            accounts.add(new AccountRisk(ids.get(i), null, risks.get(i), Terms.reasons(terms)));
        }
    }

    private static Ring ring(Record row, Map<String, List<String>> members) {
        String ringId = row.get("ring_id").asString();
        List<String> ids = members.getOrDefault(ringId, List.of());
        return new Ring(
                ringId,
                ids.stream().sorted(BY_ID).toList(),
                row.get("risk").asDouble(),
                row.get("first_seen").asLong(),
                row.get("last_seen").asLong(),
                Terms.reasons(strings(row, "reasons")),
                row.get("cohesion").asDouble());
    }

    private static List<String> strings(Record row, String column) {
        return row.get(column).asList(Value::asString);
    }

    private static BoundStatement about(Statement statement, long number) {
        return statement.with(Map.of("number", number));
    }
}
