package io.ringsight.api.cli;

import io.ringsight.api.decision.CheckDesk;
import io.ringsight.api.http.ApiKeys;
import io.ringsight.api.http.HttpServer;
import io.ringsight.api.service.RingService;
import java.time.Duration;
import java.util.Map;

/** Serves until somebody asks to stop. */
final class Serving {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Terminal terminal;
    private final OutputOptions output;

    Serving(Terminal terminal, OutputOptions output) {
        this.terminal = terminal;
        this.output = output;
    }

    void run(ServerOptions options, ApiKeys keys, CheckDesk desk) {
        run(options, keys, desk, Map.of());
    }

    /** @param settings that differ from those of application.yml */
    void run(ServerOptions options, ApiKeys keys, CheckDesk desk, Map<String, Object> settings) {
        RingService service = desk.service();
        service.keepFresh();
        try (service;
                desk;
                HttpServer server = HttpServer.start(options.host(), options.port(), keys, desk, settings)) {
            announce(options, keys, server);
            while (!terminal.interrupted()) {
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(ServerOptions options, ApiKeys keys, HttpServer server) {
        String shown = options.host().equals("127.0.0.1") ? "localhost" : options.host();
        String address = "http://" + shown + ":" + server.uri().getPort();
        if (output.json) {
            terminal.json(Map.of("url", address, "open", keys.isOpen()));
        } else {
            terminal.say("Console: " + address + "   API: " + address + "/swagger");
            terminal.say(
                    keys.isOpen()
                            ? "No API keys: open to everybody on this machine, to nobody else."
                            : "API keys are required.");
            terminal.say("Ctrl-C stops it.");
        }
        terminal.flush();
    }
}
