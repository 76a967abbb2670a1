package io.ringsight.gnn.pytorch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript module without parameters, of the class {@code __torch__.Ops}: a zip of stored entries that
 * {@code torch.jit.load} takes in any language, on any device.
 *
 * <p>{@code data.pkl} pickles an empty instance (protocol 2) with {@code training = False}, {@code constants.pkl} an empty
 * tuple, {@code version} is the archive format's, {@code code/__torch__.py} the source text.
 */
final class TorchScriptArchive {
    private static final String ROOT = "ops/";
    private static final byte[] INSTANCE =
            latin1("\u0080\u0002c__torch__\nOps\n)\u0081}(X\u0008\0\0\0training\u0089ub.");
    private static final byte[] EMPTY_TUPLE = latin1("\u0080\u0002).");

    private TorchScriptArchive() {}

    /**
     * @param methods the body of {@code class Ops(Module)}: methods in the subset of Python that PyTorch writes itself
     *     (each operation by its aten name), indented by two spaces
     */
    static byte[] of(String methods) {
        String source = """
                class Ops(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                """ + methods;
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", INSTANCE);
            store(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            store(zip, "constants.pkl", EMPTY_TUPLE);
            store(zip, "version", latin1("3\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(ROOT + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
