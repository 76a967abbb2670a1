package io.ringsight.api.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that is kept open: writes a request in one piece, reads status and length of the answer and drops its body. It
 * costs a fraction of what a full client does, so that on one machine the server is measured and not the client. Not thread-safe.
 */
final class Connection implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final URI server;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Connection(URI server) {
        this.server = server;
    }

    /** A request as bytes. */
    static byte[] request(URI server, String path, Optional<String> apiKey, byte[] body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + apiKey.map(key -> "\r\nX-API-Key: " + key).orElse("") + "\r\n\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[first.length + body.length];
        System.arraycopy(first, 0, request, 0, first.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        return request;
    }

    /** Sends a request and returns the status of the answer; after a failure the next one goes over a new connection. */
    int exchange(byte[] request) throws IOException {
        try {
            Socket open = open();
            open.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket open() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) LONGEST_WAIT.toMillis());
            int port = server.getPort() < 0 ? 80 : server.getPort();
            socket.connect(new InetSocketAddress(server.getHost(), port), (int) LONGEST_WAIT.toMillis());
            in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        }
        return socket;
    }

    private int answer() throws IOException {
        String[] status = line().split(" ", 3);
        if (status.length < 2) {
            throw new IOException("What answered speaks no HTTP.");
        }
        long length = 0;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("An answer came in chunks, which this client cannot read.");
            }
            close |= lower.equals("connection: close");
        }
        input().skipNBytes(length);
        if (close) {
            close();
        }
        return Integer.parseInt(status[1]);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = input().read(); next != '\n'; next = input().read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private InputStream input() throws IOException {
        if (in == null) {
            throw new IOException("The connection is closed.");
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
