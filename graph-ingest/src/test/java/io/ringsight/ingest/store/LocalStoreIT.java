package io.ringsight.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.neo4j.StoreAddress;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The life of one store, told in order: each start of a real JVM takes seconds, so the steps share them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStoreIT {
    @TempDir
    static Path data;

    @TempDir
    static Path csv;

    private static LocalStore store;

    @BeforeAll
    static void aFreshFolder() {
        store = LocalStore.endingWithThisProcess(data, SharedLocalStore.libraries());
    }

    @AfterAll
    static void stop() {
        store.stop();
    }

    @Test
    @Order(1)
    void startsOnceForTwoThatAttachAtTheSameTime() throws Exception {
        assertThat(store.isNew()).isTrue();
        assertThat(store.status()).isEqualTo(new StoreStatus.Stopped());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StoreAddress> attach = () -> LocalStore.endingWithThisProcess(data, SharedLocalStore.libraries())
                    .attach();
            var addresses = threads.invokeAll(List.of(attach, attach));
            assertThat(addresses.get(0).get()).isEqualTo(addresses.get(1).get());
        }
        assertThat(store.isNew()).isFalse();
    }

    @Test
    @Order(2)
    void saysWhereItRunsToItsOwnerAlone() throws IOException {
        assertThat(running().uri()).hasScheme("bolt").hasHost("127.0.0.1");
        assertThat(running().version()).contains("neo4j 20", "gds 2.");
        assertThat(running().uptime(Instant.now())).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().address())))
                .isEqualTo("rw-------");
        assertThat(store.attach().toString()).doesNotContain(store.attach().password());
    }

    @Test
    @Order(3)
    void answersWithGds() {
        assertThat(ask("RETURN gds.version() AS answer")).startsWith("2.");
        assertThat(ask("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'gds.' RETURN toString(count(*)) AS answer"))
                .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThan(400));
        assertThat(ask("""
                UNWIND [[0, 1], [1, 2], [3, 4]] AS pair
                WITH gds.graph.project('three', pair[0], pair[1]) AS graph
                RETURN toString(graph.nodeCount) AS answer
                """)).isEqualTo("5");
        assertThat(ask("""
                CALL gds.wcc.stream('three') YIELD componentId
                RETURN toString(count(DISTINCT componentId)) AS answer
                """)).isEqualTo("2");
    }

    @Test
    @Order(4)
    void doesNotHearTheTerminalsInterrupt() throws Exception {
        signal("INT");
        signal("HUP");
        Thread.sleep(500);
        assertThat(store.status()).isInstanceOf(StoreStatus.Running.class);
    }

    @Test
    @Order(5)
    void stopsCleanly() {
        ask("CREATE (:Kept {what: 'by a clean stop'}) RETURN '' AS answer");
        assertThat(store.stop()).isTrue();
        assertThat(store.stop()).isFalse();
        assertThat(files().address()).doesNotExist();
    }

    @Test
    @Order(6)
    void keepsTheDatabaseWhenAnImportFails() throws IOException {
        csvFiles("A1,D1,10\nA1,D9,10\n");
        assertThatThrownBy(() -> store.bulkLoad(csv, Progress.silent()))
                .isInstanceOf(RingsightException.class)
                .hasMessageContaining("The bulk load failed")
                .hasMessageContaining("D9");
        assertThat(files().importing()).doesNotExist();
        assertThat(files().home()).exists();
    }

    @Test
    @Order(7)
    void leavesAKilledImportAside() throws Exception {
        csvFiles("A1,D1,10\n");
        StoreLibraries libraries = StoreLibraries.of(SharedLocalStore.libraries());
        Process importer = new StoreJvm(libraries, StoreMemory.ofThisMachine()).load(files(), csv);
        while (Files.notExists(files().importing().resolve("data")) && importer.isAlive()) {
            Thread.sleep(1);
        }
        importer.destroyForcibly().waitFor();
        assertThat(files().importing()).exists();
    }

    @Test
    @Order(8)
    void keepsItsDataWhenStartedAgain() {
        assertThat(ask("MATCH (n:Kept) RETURN n.what AS answer")).isEqualTo("by a clean stop");
        assertThat(files().importing()).doesNotExist();
    }

    @Test
    @Order(9)
    void recoversFromAKill() {
        ask("CREATE (:Kept {what: 'by the log'}) RETURN '' AS answer");
        ProcessHandle process = ProcessHandle.of(running().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();

        assertThat(files().address()).exists();
        assertThat(store.status()).isEqualTo(new StoreStatus.Stopped());
        assertThat(ask("MATCH (n:Kept) RETURN toString(count(n)) AS answer")).isEqualTo("2");
    }

    @Test
    @Order(10)
    void bulkLoadReplacesTheDatabase() throws IOException {
        csvFiles("A1,D1,10\nA2,D1,20\n");
        store.bulkLoad(csv, Progress.silent());
        assertThat(ask("""
                MATCH (:Account {country: 'BR'})-[u:USES]->(:Identifier {token: 'D1', type: 'device'})
                RETURN toString(sum(u.seen_at)) AS answer
                """)).isEqualTo("30");
        assertThat(ask("MATCH (n:Kept) RETURN toString(count(n)) AS answer")).isEqualTo("0");
    }

    @Test
    @Order(11)
    void stopsByItselfWhenItsAddressFileIsGone() throws Exception {
        ProcessHandle process = ProcessHandle.of(running().pid()).orElseThrow();
        Files.delete(files().address());
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private static void csvFiles(String uses) throws IOException {
        Files.writeString(csv.resolve("accounts.csv"), "account_id:ID(Account),country,exposure:double\n");
        Files.writeString(csv.resolve("accounts-0000.csv"), "A1,BR,\n");
        Files.writeString(csv.resolve("accounts-0001.csv"), "A2,BR,2.5\n");
        Files.writeString(csv.resolve("identifiers.csv"), "token:ID(Identifier),type,signature:byte[]\n");
        Files.writeString(csv.resolve("identifiers-0000.csv"), "D1,device,1;-2;3\n");
        Files.writeString(csv.resolve("uses.csv"), ":START_ID(Account),:END_ID(Identifier),seen_at:long\n");
        Files.writeString(csv.resolve("uses-0000.csv"), uses);
    }

    private static StoreFiles files() {
        return new StoreFiles(data.resolve("store"));
    }

    private static StoreStatus.Running running() {
        return (StoreStatus.Running) store.status();
    }

    private static void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(running().pid()))
                .start()
                .waitFor();
    }

    private static String ask(String cypher) {
        StoreAddress address = store.attach();
        try (Driver driver =
                GraphDatabase.driver(address.uri(), AuthTokens.basic(address.user(), address.password()))) {
            return driver.executableQuery(cypher)
                    .execute()
                    .records()
                    .getFirst()
                    .get("answer")
                    .asString();
        }
    }
}
