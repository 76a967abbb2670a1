package io.ringsight.ingest.source;

/**
 * Where a record was read.
 *
 * @param file name of the file, without its folder
 * @param line the line it starts at, or the row in a Parquet file, from 1
 * @param field where in the record: {@code identifiers[2]}; empty for the record itself
 */
public record Origin(String file, long line, String field) {
    public Origin(String file, long line) {
        this(file, line, "");
    }

    /** The same place, further in. */
    public Origin at(String inner) {
        return new Origin(file, line, field.isEmpty() ? inner : field + "." + inner);
    }
}
