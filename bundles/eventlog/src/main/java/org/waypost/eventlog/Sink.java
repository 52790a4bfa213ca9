package org.waypost.eventlog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waypost.event.EventType;

/** Writes lines to the logging service. Waits for it. */
interface Sink {
    void event(EventType type, EventText text);

    void outcome(String line);

    /** The slf4j loggers {@code waypost.event.SOURCE.CATEGORY} and {@code waypost.delivery}. */
    final class Loggers implements Sink {
        private final Logger delivery = LoggerFactory.getLogger("waypost.delivery");

        /** Loggers are looked up by name: a map by event type would hold on to bundles that were replaced. */
        @Override
        public void event(EventType type, EventText text) {
            Logger logger = LoggerFactory.getLogger("waypost.event." + word(type.source()) + "." + word(type.category()));
            Throwable cause = text.cause().orElse(null);
            switch (type.severity()) {
                case ERROR -> logger.error(text.line(), cause);
                case WARNING -> logger.warn(text.line(), cause);
                case INFORMATION -> logger.info(text.line(), cause);
            }
        }

        @Override
        public void outcome(String line) {
            delivery.info(line);
        }

        private static String word(String name) {
            return name.replaceAll("[^A-Za-z0-9_-]", "_");
        }
    }
}
