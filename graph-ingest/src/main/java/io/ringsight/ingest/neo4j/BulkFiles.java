package io.ringsight.ingest.neo4j;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.record.SightingRecord;
import io.ringsight.ingest.record.TokenisedApplication;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a bulk load: a header file and one data file for accounts, identifiers and uses each, in the layout that
 * {@code LocalStore.bulkLoad} takes. Log sequence numbers start at 1. Not thread-safe.
 */
final class BulkFiles implements AutoCloseable {
    private static final String ACCOUNTS =
            "account_id:ID(Account),created_at:long,recorded_at:long,seq:long,content:string,given_name:string,"
                    + "surname:string,birth_date:string,country:string,exposure:double,vault:byte[],key_version:long,"
                    + "given_name_signature:byte[],surname_signature:byte[],birth_date_signature:byte[]";
    private static final String IDENTIFIERS =
            "token:ID(Identifier),type:string,quality:string,signature:byte[],vault:byte[],key_version:long,"
                    + "placeholder:boolean,blocking_keys:long[]";
    private static final String USES = ":START_ID(Account),:END_ID(Identifier),seen_at:long,recorded_at:long,seq:long";

    private final Path folder;
    private final BufferedWriter accounts;
    private final BufferedWriter identifiers;
    private final BufferedWriter uses;
    private final TokenSet tokens = new TokenSet();
    private final StringBuilder line = new StringBuilder();
    private final int keyVersion;
    private long sequence = 1;

    BulkFiles(Path folder, int keyVersion) {
        this.folder = folder;
        this.keyVersion = keyVersion;
        try {
            Files.createDirectories(folder);
            accounts = open("accounts", ACCOUNTS);
            identifiers = open("identifiers", IDENTIFIERS);
            uses = open("uses", USES);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BufferedWriter open(String group, String header) throws IOException {
        Files.writeString(folder.resolve(group + ".csv"), header + "\n");
        return Files.newBufferedWriter(folder.resolve(group + "-0000.csv"));
    }

    /** Whether the importer can read that id back from a file. */
    static boolean canHold(String accountId) {
        return accountId.chars().noneMatch(c -> c < ' ');
    }

    int identifierCount() {
        return tokens.size();
    }

    /** Writes an account that was not written before, with its sightings. */
    void write(TokenisedApplication application) {
        try {
            end(accounts, Rows.account(application.account(), sequence++, keyVersion));
            for (SightingRecord sighting : Sightings.distinct(application.sightings())) {
                if (tokens.add(sighting.identifier().token())) {
                    end(identifiers, Rows.identifier(sighting.identifier(), keyVersion));
                }
                end(uses, Rows.sighting(sighting.accountId(), sighting, sequence++));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void end(BufferedWriter file, List<@Nullable Object> row) throws IOException {
        line.setLength(0);
        for (int column = 0; column < row.size(); column++) {
            if (column > 0) {
                line.append(',');
            }
            append(row.get(column));
        }
        file.append(line.append('\n'));
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case byte[] bytes -> appendBytes(bytes);
            case long[] numbers -> appendNumbers(numbers);
            case String text -> appendText(text);
            default -> line.append(value);
        }
    }

    private void appendBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0) {
                line.append(';');
            }
            line.append(bytes[i]);
        }
    }

    private void appendNumbers(long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                line.append(';');
            }
            line.append(numbers[i]);
        }
    }

    private void appendText(String text) {
        if (text.indexOf('"') < 0 && text.indexOf(',') < 0 && text.equals(text.strip())) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private RingsightException unwritable(IOException cause) {
        return new RingsightException(
                ErrorCode.OUTPUT_UNWRITABLE,
                "Cannot write the files of the bulk load to " + folder + ".",
                "Maybe the disk is full or the folder is read-only.",
                cause);
    }

    /** Ends the files. */
    @Override
    public void close() {
        try (accounts;
                identifiers;
                uses) {
            line.setLength(0);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
