package org.waypost.transport.mina.component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.waypost.transport.mina.TransportSettings;

/** Turns the configuration into settings; a value out of range is told, and its default taken. */
final class ConfigReader {
    private static final String PID = "org.waypost.transport";

    private final List<String> problems = new ArrayList<>();
    private final int ioThreads;
    private final int workerThreads;
    private final TransportSettings settings;

    ConfigReader(TransportConfig config) {
        ioThreads = checked("ioThreads", config.ioThreads(), 0, 64);
        workerThreads = checked("workerThreads", config.workerThreads(), 1, 64);
        settings = new TransportSettings(
                Duration.ofSeconds(checked("protocolGrace", config.protocolGrace(), 1, 3600)),
                Duration.ofSeconds(checked("shutdownGrace", config.shutdownGrace(), 0, 60)),
                Duration.ofSeconds(checked("handshakeTimeout", config.handshakeTimeout(), 1, 600)),
                checked("maxParked", config.maxParked(), 0, 10_000));
    }

    private int checked(String key, int value, int min, int max) {
        if (value >= min && value <= max) {
            return value;
        }
        problems.add(PID + ": " + key + " is " + value + ", allowed is " + min + " to " + max);
        try {
            return (Integer) TransportConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each names pid, key and allowed range; empty if all is well. */
    List<String> problems() {
        return problems;
    }

    TransportSettings settings() {
        return settings;
    }

    int ioThreads() {
        return ioThreads == 0 ? Runtime.getRuntime().availableProcessors() : ioThreads;
    }

    int workerThreads() {
        return workerThreads;
    }
}
