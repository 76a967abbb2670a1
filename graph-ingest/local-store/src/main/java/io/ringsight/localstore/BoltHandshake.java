package io.ringsight.localstore;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/** Opens a Bolt conversation and closes it again, as proof that the server answers. */
final class BoltHandshake {
    private static final int MAGIC = 0x6060B017;
    /** Bolt 5.0 to 5.8; three more proposals may follow and are left empty. */
    private static final int VERSION = 0x00080805;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TIMEOUT_MILLIS = 5_000;

    private BoltHandshake() {}

    static void await(int port) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                shake(port);
                return;
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static void shake(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            ByteBuffer hello = ByteBuffer.allocate(20).putInt(MAGIC).putInt(VERSION);
            socket.getOutputStream().write(hello.array());
            byte[] agreed = socket.getInputStream().readNBytes(4);
            if (agreed.length < 4 || ByteBuffer.wrap(agreed).getInt() == 0) {
                throw new IOException("nothing that speaks Bolt answers on port " + port);
            }
        }
    }
}
