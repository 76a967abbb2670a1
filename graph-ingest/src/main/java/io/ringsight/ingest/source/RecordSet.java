package io.ringsight.ingest.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record-linkage set in the layout of FEBRL (P. Christen: Febrl, an open source data cleaning, deduplication and record
 * linkage system, KDD 2008, doi:10.1145/1401890.1402020) as applications with their truth: each record is an account, and the
 * records of one entity are a true ring of honest accounts.
 *
 * <pre>
 * rec_id                                            account_id
 * surname, given_name                               name
 * date_of_birth (yyyymmdd)                          date_of_birth; left out when it is no date
 * street_number address_1, address_2, suburb,
 *   postcode state                                  identifier address
 * soc_sec_id                                        identifier tax_id
 * entity_id                                         ring_id, when it has two records or more
 * </pre>
 *
 * All accounts are created at one time: the sets know none.
 */
public final class RecordSet {
    /** Columns that may be withheld. */
    public static final List<String> FIELDS = List.of(
            "given_name",
            "surname",
            "street_number",
            "address_1",
            "address_2",
            "suburb",
            "postcode",
            "state",
            "date_of_birth",
            "soc_sec_id");

    private static final List<String> REQUIRED =
            Stream.concat(Stream.of("entity_id", "rec_id"), FIELDS.stream()).toList();
    private static final String CREATED_AT = "2000-01-01T00:00:00Z";

    private RecordSet() {}

    /**
     * What was converted.
     *
     * @param entities with two records or more
     * @param pairs of records of one entity
     * @param datesLeftOut dates of birth that are no dates
     * @param rejected rows that could not be read
     */
    public record Converted(int records, int entities, long pairs, int datesLeftOut, int rejected) {}

    /**
     * Writes {@code accounts.csv}, {@code identifiers.csv} and {@code truth.csv}.
     *
     * @param withheld of {@link #FIELDS}: as if the set did not have them
     */
    public static Converted convert(Path file, Path out, Set<String> withheld) {
        List<Rejection> rejections = new ArrayList<>();
        List<Entry> entries = read(file, withheld, rejections);
        Map<String, Integer> sizes = new HashMap<>();
        entries.forEach(entry -> sizes.merge(entry.entity, 1, Integer::sum));
        try {
            Files.createDirectories(out);
            try (CsvWriter accounts =
                            writer(out.resolve("accounts.csv"), "account_id", "created_at", "name", "date_of_birth");
                    CsvWriter identifiers = writer(out.resolve("identifiers.csv"), "account_id", "type", "value");
                    CsvWriter truth = writer(out.resolve("truth.csv"), "account_id", "label", "ring_id")) {
                for (Entry entry : entries) {
                    accounts.writeRecord(
                            entry.id,
                            CREATED_AT,
                            entry.name(),
                            entry.birthDate().orElse(""));
                    identifier(identifiers, entry.id, "address", entry.address());
                    identifier(identifiers, entry.id, "tax_id", entry.get("soc_sec_id"));
                    truth.writeRecord(entry.id, "legit", sizes.getOrDefault(entry.entity, 0) >= 2 ? entry.entity : "");
                }
            }
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.OUTPUT_UNWRITABLE,
                    "Cannot write into the folder " + out + ".",
                    "Maybe it is a file, the disk is full, or it is read-only for this user.",
                    e);
        }
        List<Integer> rings = sizes.values().stream().filter(size -> size >= 2).toList();
        return new Converted(
                entries.size(),
                rings.size(),
                rings.stream().mapToLong(size -> size * (size - 1L) / 2).sum(),
                (int) entries.stream().filter(Entry::birthDateIsNone).count(),
                rejections.size());
    }

    private static List<Entry> read(Path file, Set<String> withheld, List<Rejection> rejections) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        try (CsvRows rows = new CsvRows(file, REQUIRED, List.of())) {
            for (var batch = rows.next(rejections); batch.isPresent(); batch = rows.next(rejections)) {
                for (CsvRows.Row row : batch.get()) {
                    Entry entry = Entry.of(row, withheld);
                    Long before = lines.putIfAbsent(entry.id, row.line());
                    if (before != null) {
                        throw new RingsightException(
                                ErrorCode.INPUT_MALFORMED,
                                "%s, lines %d and %d: both have the rec_id %s."
                                        .formatted(file, before, row.line(), entry.id),
                                "Maybe two sets were pasted together.");
                    }
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static CsvWriter writer(Path file, String... columns) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        csv.writeRecord(columns);
        return csv;
    }

    private static void identifier(CsvWriter csv, String id, String type, String value) {
        if (!value.isEmpty()) {
            csv.writeRecord(id, type, value);
        }
    }

    private record Entry(String entity, String id, Map<String, String> fields) {
        static Entry of(CsvRows.Row row, Set<String> withheld) {
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < FIELDS.size(); i++) {
                fields.put(FIELDS.get(i), withheld.contains(FIELDS.get(i)) ? "" : row.values()[i + 2].strip());
            }
            return new Entry(row.values()[0].strip(), row.values()[1].strip(), fields);
        }

        String get(String field) {
            return fields.getOrDefault(field, "");
        }

        /** Surname first, so that a given name of two words is not taken apart. */
        String name() {
            return get("surname").isEmpty() || get("given_name").isEmpty()
                    ? get("surname") + get("given_name")
                    : get("surname") + ", " + get("given_name");
        }

        Optional<String> birthDate() {
            try {
                return Optional.of(LocalDate.parse(get("date_of_birth"), DateTimeFormatter.BASIC_ISO_DATE)
                        .toString());
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }

        boolean birthDateIsNone() {
            return !get("date_of_birth").isEmpty() && birthDate().isEmpty();
        }

        String address() {
            return Stream.of(
                            (get("street_number") + " " + get("address_1")).strip(),
                            get("address_2"),
                            get("suburb"),
                            (get("postcode") + " " + get("state")).strip())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return "Entry " + id;
        }
    }
}
