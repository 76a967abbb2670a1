package io.ringsight.api.decision;

import io.ringsight.api.policy.PolicyFile;
import io.ringsight.ingest.error.ErrorCode;
import io.ringsight.ingest.error.RingsightException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Every policy that ever decided here, as its file was, named by its hash. */
final class PolicyArchive {
    private final Path folder;

    PolicyArchive(Path folder) {
        this.folder = folder;
    }

    void keep(PolicyFile policy) {
        Path file = file(policy.hash());
        try {
            if (Files.exists(file)) {
                return;
            }
            OwnerOnly.createFolder(folder);
            Path next = folder.resolve(
                    "." + policy.hash() + "." + ProcessHandle.current().pid());
            try (FileChannel channel = OwnerOnly.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(policy.content().array());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RingsightException(
                    ErrorCode.OUTPUT_UNWRITABLE,
                    "Cannot write into the folder " + folder + ".",
                    "Maybe the disk is full, or it is read-only for this user.",
                    e);
        }
    }

    /** Empty when it is not there, or is not what it was. */
    Optional<PolicyFile> read(String hash) {
        Path file = file(hash);
        return Files.exists(file)
                ? Optional.of(PolicyFile.read(file))
                        .filter(policy -> policy.hash().equals(hash))
                : Optional.empty();
    }

    private Path file(String hash) {
        return folder.resolve(hash + ".yaml");
    }
}
