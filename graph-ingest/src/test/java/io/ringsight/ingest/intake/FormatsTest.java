package io.ringsight.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringsight.ingest.progress.Progress;
import io.ringsight.ingest.record.IdentifierTypes;
import io.ringsight.ingest.source.Rejection;
import io.ringsight.ingest.tokenise.KeySets;
import io.ringsight.ingest.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same accounts in every form of the input contract give the same records. */
class FormatsTest {
    private static final IdentifierTypes TYPES = IdentifierTypes.builtIn();
    private static final KeySets KEYS = KeySets.ephemeral(TYPES);
    private static final String JSON_LINES = """
            {"account_id":"A1","created_at":"2026-03-01T10:22:31Z","name":"Silva, Maria","date_of_birth":"1988-04-12",\
            "country":"BR","exposure":1250.0,"identifiers":[{"type":"device","value":"dv \\"9\\"","first_seen":\
            "2026-02-01T00:00:00Z","last_seen":"2026-04-01T00:00:00Z"},{"type":"phone","value":"11 98765-4321"}]}
            {"account_id":"Ä2","created_at":"2026-03-02T00:00:00Z","identifiers":[{"type":"email","value":"a.b@gmail.com"}]}
            {"account_id":"A3","created_at":"2026-03-03T00:00:00Z","exposure":3,"identifiers":[]}
            """;
    private static final String ACCOUNTS = """
            account_id,created_at,name,date_of_birth,country,exposure
            A1,2026-03-01T10:22:31Z,"Silva, Maria",1988-04-12,BR,1250
            Ä2,2026-03-02T00:00:00Z,,,,
            A3,2026-03-03T00:00:00Z,,,,3.0
            """;
    private static final String IDENTIFIERS = """
            account_id,type,value,first_seen,last_seen
            Ä2,email,a.b@gmail.com,,
            A1,device,"dv ""9""\",2026-02-01T00:00:00Z,2026-04-01T00:00:00Z
            A1,phone,11 98765-4321,,
            """;

    @TempDir
    Path folder;

    private record Taken(CollectingSink sink, List<Rejection> rejections) {}

    private static Taken take(Path... paths) {
        var sink = new CollectingSink();
        var rejections = new ArrayList<Rejection>();
        new Intake(TYPES, KEYS, Vault.off()).run(List.of(paths), sink, rejections::add, Progress.silent());
        return new Taken(sink, rejections);
    }

    private CollectingSink expected() throws IOException {
        return take(Files.writeString(folder.resolve("expected.jsonl"), JSON_LINES))
                .sink();
    }

    private Path csv() throws IOException {
        Path csv = Files.createDirectories(folder.resolve("csv"));
        Files.writeString(csv.resolve("accounts.csv"), ACCOUNTS);
        Files.writeString(csv.resolve("identifiers.csv"), IDENTIFIERS);
        return csv;
    }

    private static void sql(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private void isTheSame(Taken taken) throws IOException {
        assertThat(taken.rejections()).isEmpty();
        assertThat(taken.sink().late).isEmpty();
        assertThat(taken.sink().applications).isEqualTo(expected().applications).hasSize(3);
    }

    @Test
    void readsGzippedJsonLinesLikePlainOnes() throws Exception {
        Path packed = folder.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(JSON_LINES.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        isTheSame(take(packed));
    }

    @Test
    void readsTheCsvFolderLikeJsonLines() throws Exception {
        isTheSame(take(csv()));
    }

    @Test
    void readsCsvWithByteOrderMarkCarriageReturnsAndOtherColumnOrder() throws Exception {
        Path csv = csv();
        String windows = "\uFEFF" + ACCOUNTS.replace("\n", "\r\n");
        Files.writeString(csv.resolve("accounts.csv"), windows);
        isTheSame(take(csv));
    }

    @Test
    void readsTwoParquetTablesLikeJsonLines() throws Exception {
        Path csv = csv();
        Path tables = Files.createDirectories(folder.resolve("ta'bles [1]"));
        sql(
                copy("SELECT * FROM read_csv('" + csv + "/accounts.csv', all_varchar = true)", tables, "accounts"),
                copy(
                        "SELECT * FROM read_csv('" + csv + "/identifiers.csv', all_varchar = true)",
                        tables,
                        "identifiers"));
        isTheSame(take(tables));
    }

    @Test
    void readsTypedParquetWithANestedListLikeJsonLines() throws Exception {
        Path csv = csv();
        sql(copy("""
                SELECT a.account_id, a.created_at::TIMESTAMPTZ AS created_at, a.name, a.date_of_birth::DATE AS date_of_birth,
                    a.country, a.exposure::DOUBLE AS exposure, coalesce(i.identifiers, []) AS identifiers
                FROM read_csv('%1$s/accounts.csv', all_varchar = true) a LEFT JOIN (
                    SELECT account_id, list(struct_pack(value := value, type := type,
                        first_seen := first_seen::TIMESTAMPTZ, last_seen := last_seen::TIMESTAMPTZ)) AS identifiers
                    FROM read_csv('%1$s/identifiers.csv', all_varchar = true) GROUP BY account_id) i USING (account_id)
                ORDER BY created_at""".formatted(csv), folder, "nested"));
        isTheSame(take(folder.resolve("nested.parquet")));
    }

    @Test
    void readsParquetWithARowAnIdentifierLikeJsonLines() throws Exception {
        Path csv = csv();
        sql(copy("""
                SELECT a.*, i.type, i.value, i.first_seen, i.last_seen
                FROM read_csv('%1$s/accounts.csv', all_varchar = true) a
                LEFT JOIN read_csv('%1$s/identifiers.csv', all_varchar = true) i USING (account_id)
                ORDER BY a.created_at, i.type""".formatted(csv), folder, "flat"));
        isTheSame(take(folder.resolve("flat.parquet")));
    }

    @Test
    void addsIdentifiersAloneToKnownAccountsAndRejectsOthers() throws Exception {
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("identifiers.csv"), """
                account_id,type,value,first_seen,last_seen
                A1,ip,198.51.100.7,2026-05-01T00:00:00Z,
                A1,ip,198.51.100.7,,
                A9,ip,198.51.100.7,2026-05-01T00:00:00Z,
                """);
        Taken taken = take(Files.writeString(folder.resolve("a.jsonl"), JSON_LINES), more);
        assertThat(taken.sink().late).singleElement().satisfies(sighting -> {
            assertThat(sighting.accountId()).isEqualTo("A1");
            assertThat(sighting.identifier().type()).isEqualTo("ip");
            assertThat(sighting.recordedAt()).isEqualTo(sighting.seenAt());
        });
        assertThat(taken.rejections())
                .extracting(rejection ->
                        rejection.origin().line() + rejection.origin().field())
                .containsExactlyInAnyOrder("3first_seen", "4account_id");
    }

    @Test
    void addsParquetIdentifiersAloneToKnownAccounts() throws Exception {
        sql(copy(
                "SELECT 'A1' account_id, 'ip' AS type, '198.51.100.7' AS value, TIMESTAMP '2026-05-01' AS first_seen",
                folder,
                "more"));
        Taken taken = take(Files.writeString(folder.resolve("a.jsonl"), JSON_LINES), folder.resolve("more.parquet"));
        assertThat(taken.rejections()).isEmpty();
        assertThat(taken.sink().late).hasSize(1);
    }

    private static String copy(String query, Path folder, String name) {
        String target = folder.resolve(name + ".parquet").toString().replace("'", "''");
        return "COPY (" + query + ") TO '" + target + "' (FORMAT parquet)";
    }
}
