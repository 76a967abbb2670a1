package io.ringsight.ingest.simulate;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import io.ringsight.ingest.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small but honest population: households, second accounts, carrier networks, campuses, agents' tablets, recycled
 * telephones, and six patterns of ring among them. Held in memory until it is written.
 */
public final class Population {
    private static final List<String> BY_USE =
            List.of("device", "phone", "email", "document", "address", "ip", "payment", "tax_id", "wallet");

    private Population() {}

    /**
     * Writes {@code applications.jsonl}, {@code labels.csv} (partial and late) and {@code truth.csv} into a folder, which
     * is made when it is missing.
     */
    public static void generate(SimulationParameters parameters, Path out, Progress progress) {
        progress.begin("simulate", parameters.accounts());
        try {
            PopulationWriter.write(draw(parameters), parameters, out, progress);
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
        List<Draft> drafts = draw(parameters);
        for (Draft draft : drafts) {
            BY_USE.subList(0, identifiers).forEach(draft::showing);
            draft.shown().keySet().retainAll(BY_USE.subList(0, identifiers));
        }
        try {
            PopulationWriter.writePlain(drafts, parameters, file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static RingsightException unwritable(Path out, IOException cause) {
        return new RingsightException(
                ErrorCode.OUTPUT_UNWRITABLE,
                "The simulated population could not be written to " + out + ".",
                "Maybe the disk is full or the folder is read-only.",
                cause);
    }

    /** All applications in order of time. */
    static List<Draft> draw(SimulationParameters parameters) {
        var chance = new Chance(parameters.seed());
        var people = new People(chance);
        int fraudulent = (int) Math.round(parameters.accounts() * parameters.prevalence());
        var drafts = new ArrayList<Draft>(parameters.accounts());
        new HonestLife(parameters, chance, people).live(parameters.accounts() - fraudulent, drafts);
        new FraudRings(parameters, chance, people).strike(fraudulent, drafts);
        drafts.sort(Draft.IN_TIME);
        return drafts;
    }
}
