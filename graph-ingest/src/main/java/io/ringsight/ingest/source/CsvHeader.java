package io.ringsight.ingest.source;

import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the wanted columns stand in a file, whatever their order; other columns are allowed. */
final class CsvHeader {
    private final int width;
    private final int[] positions;

    private CsvHeader(int width, int[] positions) {
        this.width = width;
        this.positions = positions;
    }

    /** Finds the required columns, then the optional ones. */
    static CsvHeader of(Path path, String[] fields, List<String> required, List<String> optional) {
        List<String> names = Arrays.stream(fields)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var wanted = new ArrayList<>(required);
        wanted.addAll(optional);
        int[] positions = new int[wanted.size()];
        for (int i = 0; i < positions.length; i++) {
            String name = wanted.get(i);
            positions[i] = names.indexOf(name);
            if (positions[i] < 0 && i < required.size()) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        path + " has no column " + name + ".",
                        "Maybe its first line is not the header: it must name " + String.join(",", required)
                                + ", separated by commas.");
            }
            if (positions[i] != names.lastIndexOf(name)) {
                throw new RingsightException(
                        ErrorCode.INPUT_MALFORMED,
                        path + " has the column " + name + " twice.",
                        "Maybe two exports were pasted together.");
            }
        }
        return new CsvHeader(names.size(), positions);
    }

    /** How many fields a row must have. */
    int width() {
        return width;
    }

    /** The wanted columns of a row, empty where the file has no such column. */
    String[] pick(String[] fields) {
        String[] picked = new String[positions.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = positions[i] < 0 ? "" : fields[positions[i]];
        }
        return picked;
    }
}
