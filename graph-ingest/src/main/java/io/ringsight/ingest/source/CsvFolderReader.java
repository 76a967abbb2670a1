package io.ringsight.ingest.source;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code accounts.csv} with {@code identifiers.csv}: the identifiers are held in memory, the accounts stream by. Identifiers
 * of accounts that the first does not hold come last, as late ones.
 */
final class CsvFolderReader implements ApplicationReader {
    private static final List<String> REQUIRED = List.of("account_id", "created_at");
    private static final List<String> OPTIONAL = List.of("name", "date_of_birth", "country", "exposure");
    private static final int LATE_BATCH = 1024;

    private final CsvRows accounts;
    private final String identifiersFile;
    private final Map<String, List<CsvRows.Row>> identifiers = new LinkedHashMap<>();
    private final Queue<SourceBatch> early = new ArrayDeque<>();
    private final Set<String> taken = new HashSet<>();
    private Optional<Queue<SourceBatch>> rest = Optional.empty();

    CsvFolderReader(Path accountsFile, Path identifiersPath) {
        identifiersFile = InputFile.name(identifiersPath);
        accounts = new CsvRows(accountsFile, REQUIRED, OPTIONAL);
        List<Rejection> rejections = new ArrayList<>();
        try (CsvRows rows = new CsvRows(identifiersPath, LateCsvReader.REQUIRED, LateCsvReader.OPTIONAL)) {
            for (var batch = rows.next(rejections); batch.isPresent(); batch = rows.next(rejections)) {
                for (CsvRows.Row row : batch.get()) {
                    identifiers
                            .computeIfAbsent(row.values()[0], _ -> new ArrayList<>(4))
                            .add(row);
                }
            }
        } catch (RuntimeException e) {
            accounts.close();
            throw e;
        }
        if (!rejections.isEmpty()) {
            early.add(SourceBatch.of(List.of(), List.of(), rejections));
        }
    }

    @Override
    public Optional<Supplier<SourceBatch>> next() {
        SourceBatch first = early.poll();
        if (first != null) {
            return Optional.of(() -> first);
        }
        if (rest.isEmpty()) {
            List<Rejection> rejections = new ArrayList<>();
            Optional<List<CsvRows.Row>> rows = accounts.next(rejections);
            if (rows.isPresent()) {
                SourceBatch batch = applications(rows.get(), rejections);
                return Optional.of(() -> batch);
            }
            rest = Optional.of(late());
        }
        return Optional.ofNullable(rest.get().poll()).map(batch -> () -> batch);
    }

    private SourceBatch applications(List<CsvRows.Row> rows, List<Rejection> rejections) {
        List<Application> applications = new ArrayList<>(rows.size());
        for (CsvRows.Row row : rows) {
            var draft = new ApplicationDraft(new Origin(accounts.file(), row.line()));
            String[] values = row.values();
            for (int i = 0; i < values.length; i++) {
                if (!values[i].isEmpty()) {
                    draft.set(i < REQUIRED.size() ? REQUIRED.get(i) : OPTIONAL.get(i - REQUIRED.size()), values[i]);
                }
            }
            draft.identifiersGiven();
            for (CsvRows.Row identifier : identifiers.getOrDefault(values[0], List.of())) {
                LateCsvReader.draft(identifiersFile, identifier)
                        .finish(draft::leaveOut)
                        .ifPresent(draft::add);
            }
            draft.finish(rejections).ifPresent(applications::add);
            taken.add(values[0]);
        }
        return SourceBatch.of(applications, List.of(), rejections);
    }

    private Queue<SourceBatch> late() {
        Queue<SourceBatch> batches = new ArrayDeque<>();
        List<CsvRows.Row> rows = new ArrayList<>();
        identifiers.forEach((account, found) -> {
            if (!taken.contains(account)) {
                rows.addAll(found);
            }
        });
        for (int i = 0; i < rows.size(); i += LATE_BATCH) {
            List<Rejection> rejections = new ArrayList<>();
            var some = rows.subList(i, Math.min(rows.size(), i + LATE_BATCH));
            batches.add(LateCsvReader.batch(identifiersFile, some, rejections));
        }
        return batches;
    }

    @Override
    public void close() {
        accounts.close();
    }
}
