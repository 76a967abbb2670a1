package io.ringsight.ingest.simulate;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A population of applicants, honest and not. It is drawn town by town, each town written down in order of time, and the towns
 * put together: what is held in memory does not grow with the population.
 */
public final class Population {
    private static final List<String> BY_USE =
            List.of("device", "phone", "email", "document", "address", "ip", "payment", "tax_id", "wallet");

    private Population() {}

    /**
     * Writes {@code applications.jsonl}, {@code labels.csv} (partial and late) and {@code truth.csv} into a folder, which is
     * made when it is missing. They are moved there one after the other when all three are whole: whoever is
     * stopped between two moves leaves files of two populations.
     */
    public static void generate(SimulationParameters parameters, Path out, Progress progress) {
        progress.begin("simulate", 2L * parameters.accounts()); // each is drawn and put in its place
        try (var files = new PopulationFiles(out)) {
            var world = new World(parameters);
            for (int town = 0; town < world.towns(); town++) {
                progress.check();
                List<Draft> drafts = Town.draw(world, town);
                files.add(drafts);
                progress.advance(drafts.size());
            }
            files.finish(progress);
        } catch (IOException e) {
            throw unwritable(out, e);
        } finally {
            progress.end();
        }
    }

    /**
     * Writes a file of applications in which every account has exactly that many identifiers, each seen once: the plain
     * volume that benchmarks take.
     *
     * @param identifiers 1 to 9
     */
    public static void generateVolume(SimulationParameters parameters, int identifiers, Path file) {
        if (identifiers < 1 || identifiers > BY_USE.size()) {
            throw new IllegalArgumentException("An account has 1 to 9 identifiers, not " + identifiers + ".");
        }
        List<String> types = BY_USE.subList(0, identifiers);
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("Not a file: " + file);
        }
        try (var files = new PopulationFiles(folder)) {
            var world = new World(parameters);
            for (int town = 0; town < world.towns(); town++) {
                List<Draft> drafts = Town.draw(world, town);
                drafts.forEach(draft -> flatten(draft, types));
                files.add(drafts);
            }
            files.finishApplications(file, Progress.silent());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** One of each type, seen once. */
    private static void flatten(Draft draft, List<String> types) {
        for (String type : types) {
            Item item = draft.first(type).orElseGet(() -> draft.showing(type));
            item.firstSeen = 0;
            item.lastSeen = 0;
            draft.showOnly(item);
        }
        draft.items.removeIf(item -> !types.contains(item.type));
    }

    private static RingsightException unwritable(Path out, IOException cause) {
        return new RingsightException(
                ErrorCode.OUTPUT_UNWRITABLE,
                "The simulated population could not be written to " + out + ".",
                "Maybe the disk is full or the folder is read-only.",
                cause);
    }
}
