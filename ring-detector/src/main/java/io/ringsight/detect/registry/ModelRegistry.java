package io.ringsight.detect.registry;

import io.ringsight.gnn.file.BesideFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of models: {@code M-….model} each, with a card for people ({@code M-….md}), and {@code registry.csv} ({@code at,action,model}),
 * which says what became of them: what is champion follows from it alone. Writes by one process at a time.
 */
public final class ModelRegistry {
    private static final String HEADER = "at,action,model";

    private final Path folder;
    private final Path log;
    private final Path checkpoints;

    public ModelRegistry(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("registry.csv");
        this.checkpoints = folder.resolve("checkpoints");
    }

    /** What happened to a model. */
    public enum Action {
        CANDIDATE,
        SHADOW,
        CHAMPION,
        /** The champion went back to what it was before; the model is who left. */
        ROLLBACK
    }

    /** @param at milliseconds since 1970 UTC */
    public record Event(Instant at, Action action, String model) {}

    /**
     * Where a training of networks leaves how far it came. Empty at first, unless it is to go on from what a training left that was
     * stopped; {@link #add} clears it.
     */
    public Path checkpoints(boolean resume) {
        if (!resume) {
            clearCheckpoints();
        }
        try {
            return Files.createDirectories(checkpoints);
        } catch (IOException e) {
            throw BesideFile.unwritable(checkpoints, e);
        }
    }

    private void clearCheckpoints() {
        if (!Files.exists(checkpoints)) {
            return;
        }
        try (var files = Files.newDirectoryStream(checkpoints)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(checkpoints);
        } catch (IOException e) {
            throw BesideFile.unwritable(checkpoints, e);
        }
    }

    /** A new candidate, over one of the same name. */
    public void add(ModelBundle bundle, String card, Instant at) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BesideFile.unwritable(folder, e);
        }
        String id = bundle.model().id();
        BundleFile.write(bundle, file(id));
        BesideFile.write(folder.resolve(id + ".md"), beside -> Files.writeString(beside, card));
        append(new Event(at, Action.CANDIDATE, id));
        clearCheckpoints();
    }

    /** @throws RingsightException NOT_FOUND where there is none of that name; else when its file is cut short or changed */
    public ModelBundle read(String id) {
        if (!id.matches("M-[0-9a-f]+") || !Files.exists(file(id))) {
            throw new RingsightException(
                    ErrorCode.NOT_FOUND,
                    "There is no model " + id + " in " + folder + ".",
                    "Maybe `promote` without a name, which lists them, helps.");
        }
        return BundleFile.read(file(id));
    }

    /** One that lies anywhere. */
    public static ModelBundle read(Path file) {
        return BundleFile.read(file);
    }

    public void record(Action action, String id, Instant at) {
        append(new Event(at, action, id));
    }

    /** Oldest first. */
    public List<Event> events() {
        if (!Files.exists(log)) {
            return List.of();
        }
        try {
            var events = new ArrayList<Event>();
            for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
                if (!line.equals(HEADER)) {
                    events.add(event(line));
                }
            }
            return events;
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE, "Cannot read " + log + ": " + e.getMessage(), "Maybe its rights.", e);
        }
    }

    private Event event(String line) {
        String[] words = line.split(",", -1);
        try {
            return new Event(Instant.parse(words[0]), Action.valueOf(words[1].toUpperCase(Locale.ROOT)), words[2]);
        } catch (RuntimeException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_MALFORMED,
                    log + " has a line that is no event: '" + line + "'.",
                    "Maybe it was edited by hand: each line is " + HEADER + ".",
                    e);
        }
    }

    /** Who judges now; empty when nobody was promoted or all were taken back. */
    public Optional<String> champion() {
        return last(champions());
    }

    /** Who runs beside the champion. */
    public Optional<String> shadow() {
        String shadow = null;
        for (Event event : events()) {
            if (event.action == Action.SHADOW) {
                shadow = event.model;
            } else if (event.action == Action.CHAMPION && event.model.equals(shadow)) {
                shadow = null;
            }
        }
        return Optional.ofNullable(shadow);
    }

    /** Champions that have not been taken back, oldest first. */
    private List<String> champions() {
        var champions = new ArrayList<String>();
        for (Event event : events()) {
            if (event.action == Action.CHAMPION) {
                champions.add(event.model);
            } else if (event.action == Action.ROLLBACK && !champions.isEmpty()) {
                champions.removeLast();
            }
        }
        return champions;
    }

    /**
     * The champion before is champion again, or nobody.
     *
     * @return who left
     */
    public String rollback(Instant at) {
        String leaving = champion()
                .orElseThrow(() -> new RingsightException(
                        ErrorCode.NOT_FOUND, "There is no champion to take back in " + folder + ".", ""));
        append(new Event(at, Action.ROLLBACK, leaving));
        return leaving;
    }

    private static Optional<String> last(List<String> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
    }

    private void append(Event event) {
        var text = new StringBuilder(HEADER).append('\n');
        events().forEach(known -> text.append(line(known)));
        text.append(line(event));
        BesideFile.write(log, beside -> Files.writeString(beside, text));
    }

    private static String line(Event event) {
        return event.at + "," + event.action.name().toLowerCase(Locale.ROOT) + "," + event.model + "\n";
    }

    private Path file(String id) {
        return folder.resolve(id + ".model");
    }
}
