package io.ringsight.gnn.model;

import io.ringsight.gnn.file.BesideFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A binary file that is there as a whole or not at all: eight letters that say what it is, the length and the CRC-32C of the content,
 * the content; big-endian. Written beside its name and moved over it, so that what was there before stays until then.
 */
public final class SealedFile {
    private static final int HEADER = 8 + Long.BYTES + Long.BYTES;

    private SealedFile() {}

    /** Writes content. */
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Makes something of content. */
    public interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** @param kind eight letters of ASCII */
    public static void write(Path file, String kind, Writer writer) {
        BesideFile.write(file, beside -> {
            var content = new ByteArrayOutputStream();
            writer.write(new DataOutputStream(content));
            byte[] bytes = content.toByteArray();
            ByteBuffer whole = ByteBuffer.allocate(HEADER + bytes.length)
                    .put(kind.getBytes(StandardCharsets.US_ASCII))
                    .putLong(bytes.length)
                    .putLong(checksum(bytes))
                    .put(bytes);
            Files.write(beside, whole.array());
        });
    }

    /** @throws RingsightException when it is missing, of another kind, cut short or changed */
    public static <T> T read(Path file, String kind, Reader<T> reader) {
        try {
            ByteBuffer whole = ByteBuffer.wrap(Files.readAllBytes(file));
            byte[] letters = new byte[8];
            if (whole.remaining() < HEADER
                    || !kind.equals(new String(letters(whole, letters), StandardCharsets.US_ASCII))) {
                throw malformed(file, "is not a file of kind " + kind, "it is another file, or of another version");
            }
            long length = whole.getLong();
            long checksum = whole.getLong();
            if (length != whole.remaining()) {
                throw malformed(
                        file,
                        "has " + whole.remaining() + " bytes of content where it says " + length,
                        "it was cut short while it was copied");
            }
            byte[] bytes = new byte[whole.remaining()];
            whole.get(bytes);
            if (checksum(bytes) != checksum) {
                throw malformed(file, "is not what was written: its checksum differs", "the disk or a copy is broken");
            }
            return reader.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.INPUT_UNREADABLE,
                    "Cannot read " + file + ": " + e.getMessage(),
                    "Maybe it is missing.",
                    e);
        }
    }

    private static byte[] letters(ByteBuffer whole, byte[] letters) {
        whole.get(letters);
        return letters;
    }

    private static RingsightException malformed(Path file, String what, String maybe) {
        return new RingsightException(ErrorCode.INPUT_MALFORMED, file + " " + what + ".", "Maybe " + maybe + ".");
    }

    private static long checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }

    public static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    public static float[] readFloats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(values.length * Float.BYTES))
                .asFloatBuffer()
                .get(values);
        return values;
    }

    static void writeWords(DataOutputStream out, List<String> words) throws IOException {
        out.writeInt(words.size());
        for (String word : words) {
            out.writeUTF(word);
        }
    }

    static List<String> readWords(DataInputStream in) throws IOException {
        int count = in.readInt();
        var words = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            words.add(in.readUTF());
        }
        return words;
    }
}
