package org.waypost.smtp.server.component;

import java.util.Map;

/** Where a configuration is written, for people: its file if it has one, else its pid. */
final class Place {
    private static final String FILE = "felix.fileinstall.filename";

    private Place() {}

    static String of(Map<String, Object> properties, String pid) {
        Object file = properties.get(FILE);
        Object named = file != null ? file : properties.get("service.pid");
        return named != null ? named.toString() : pid;
    }
}
