package io.ringsight.ingest.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.ringsight.ingest.progress.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Writes drafts in the contract's file formats. */
final class PopulationWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final SimulationParameters parameters;
    private final Chance chance;

    private PopulationWriter(SimulationParameters parameters) {
        this.parameters = parameters;
        this.chance = new Chance(~parameters.seed());
    }

    static void write(List<Draft> drafts, SimulationParameters parameters, Path out, Progress progress)
            throws IOException {
        Files.createDirectories(out);
        var writer = new PopulationWriter(parameters);
        try (Writer applications = Files.newBufferedWriter(out.resolve("applications.jsonl"));
                JsonGenerator json = JSON.createGenerator(applications);
                BufferedWriter labels = Files.newBufferedWriter(out.resolve("labels.csv"));
                BufferedWriter truth = Files.newBufferedWriter(out.resolve("truth.csv"))) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            labels.write("account_id,label,labelled_at\n");
            truth.write("account_id,label,ring_id,pattern\n");
            for (int i = 0; i < drafts.size(); i++) {
                String id = accountId(parameters.seed(), i);
                writer.application(json, id, drafts.get(i), true);
                writer.label(labels, id, drafts.get(i));
                truth(truth, id, drafts.get(i));
                if ((i + 1) % 1_000 == 0) {
                    progress.check();
                    progress.advance(1_000);
                }
            }
            json.writeRaw('\n');
        }
    }

    /** Applications alone, each identifier seen once. */
    static void writePlain(List<Draft> drafts, SimulationParameters parameters, Path file) throws IOException {
        var writer = new PopulationWriter(parameters);
        try (Writer applications = Files.newBufferedWriter(file);
                JsonGenerator json = JSON.createGenerator(applications)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (int i = 0; i < drafts.size(); i++) {
                writer.application(json, accountId(parameters.seed(), i), drafts.get(i), false);
            }
            json.writeRaw('\n');
        }
    }

    /** Sixteen characters that say nothing about order or truth. A bijection of the index: no two are equal. */
    static String accountId(long seed, int index) {
        long mixed = (seed * 0xBF58476D1CE4E5B9L + index + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        String digits = Long.toUnsignedString(mixed ^ (mixed >>> 32), 36);
        return "ac-" + "0".repeat(13 - digits.length()) + digits;
    }

    private void application(JsonGenerator json, String id, Draft draft, boolean lastSeen) throws IOException {
        json.writeStartObject();
        json.writeStringField("account_id", id);
        json.writeStringField("created_at", time(draft.createdAt));
        json.writeStringField("name", draft.person.givenName() + " " + draft.person.surname());
        json.writeStringField("date_of_birth", draft.person.birthDate().toString());
        json.writeStringField("country", draft.person.country());
        json.writeNumberField("exposure", Math.round(draft.exposure * 100) / 100.0);
        json.writeArrayFieldStart("identifiers");
        for (Map.Entry<String, String> shown : draft.shown().entrySet()) {
            json.writeStartObject();
            json.writeStringField("type", shown.getKey());
            json.writeStringField("value", shown.getValue());
            if (lastSeen && chance.happens(0.05)) {
                long seen = draft.createdAt + chance.below(20 * SimulationParameters.DAY);
                if (seen < parameters.end()) {
                    json.writeStringField("last_seen", time(seen));
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Two in three frauds come to light, weeks later; of honest people, a fifth are known to be, months later. */
    private void label(BufferedWriter labels, String id, Draft draft) throws IOException {
        double mean = draft.fraud() ? 30 : 75;
        long at = draft.createdAt + Math.round((5 + chance.waiting(mean)) * SimulationParameters.DAY);
        if (chance.happens(draft.fraud() ? 0.65 : 0.2) && at < parameters.end()) {
            labels.write(id + "," + (draft.fraud() ? "fraud" : "legit") + "," + time(at) + "\n");
        }
    }

    private static void truth(BufferedWriter truth, String id, Draft draft) throws IOException {
        truth.write(id + "," + (draft.fraud() ? "fraud" : "legit") + "," + draft.ring + "," + draft.pattern + "\n");
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
