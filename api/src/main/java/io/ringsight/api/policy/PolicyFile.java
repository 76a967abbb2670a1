package io.ringsight.api.policy;

import static io.ringsight.ingest.source.YamlFile.wrong;

import io.ringsight.ingest.record.Bytes;
import io.ringsight.ingest.source.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A policy as it stands in a file.
 *
 * @param content of the file
 */
public record PolicyFile(Policy policy, Bytes content) {
    private static final String BUILT_IN = "default-policy.yaml";

    /** The policy that stands when none is named. */
    public static PolicyFile builtIn() {
        try (InputStream file = PolicyFile.class.getResourceAsStream(BUILT_IN)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + BUILT_IN + " on the class path.");
            }
            return of(file.readAllBytes(), BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws io.ringsight.ingest.error.RingsightException CONFIGURATION, which says what is wrong where */
    public static PolicyFile read(Path file) {
        try {
            return of(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException _) {
            throw wrong("There is no policy file " + file + ".", "Maybe the path is mistyped or relative.");
        } catch (IOException _) {
            throw wrong(file + " cannot be read.", "Maybe it is a folder, or its permissions forbid it.");
        }
    }

    /** @param name what messages call it */
    static PolicyFile of(byte[] content, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new PolicyFile(
                    new PolicyReader(name).read(YamlFile.parse(new StringReader(text), name)), new Bytes(content));
        } catch (CharacterCodingException _) {
            throw wrong(name + " is not UTF-8.", "Maybe it is another file.");
        }
    }

    /** SHA-256 of the content, 64 hex digits. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JVM has no SHA-256.", e);
        }
    }
}
