package org.waypost.smtp.server.session;

import java.util.List;
import java.util.Optional;

/**
 * The verbs that other bundles contribute. A session remembers names only and looks the verb up when
 * it is used, so that it never holds an object of a bundle that has been replaced.
 */
public interface Verbs {
    /** The names of all there are now. */
    List<String> names();

    /** The EHLO lines of all there are now. */
    List<String> keywords();

    /** Empty while its provider is away. */
    Optional<CommandTable.Row> find(String verb);
}
