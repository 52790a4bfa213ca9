package org.waypost.module.component;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.waypost.module.engine.Monitor;

/** Counts what is logged as an error, events among it, and finds out whose it is. */
final class ErrorListener implements LogListener {
    private static final String OURS = "org.waypost.";
    /** The event log writes for all others. */
    private static final String EVENTS = "waypost.event.";
    private static final int DEEPEST = 20;

    private final Monitor monitor;

    ErrorListener(Monitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void logged(LogEntry entry) {
        if (entry.getLogLevel() == LogLevel.ERROR) {
            monitor.error(Instant.ofEpochMilli(entry.getTime()), origins(entry), String.valueOf(entry.getMessage()));
        }
    }

    private static Set<String> origins(LogEntry entry) {
        Set<String> origins = new HashSet<>();
        boolean event = entry.getLoggerName() != null && entry.getLoggerName().startsWith(EVENTS);
        if (!event && entry.getBundle() != null && entry.getBundle().getSymbolicName() != null) {
            origins.add(entry.getBundle().getSymbolicName());
        }
        Throwable cause = entry.getException();
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Arrays.stream(cause.getStackTrace()).map(StackTraceElement::getClassName).filter(name -> name.startsWith(OURS)).findFirst()
                    .ifPresent(name -> origins.add(name.substring(0, name.lastIndexOf('.'))));
            cause = cause.getCause();
        }
        return origins;
    }
}
