package org.waypost.http;

import java.security.AccessController;
import javax.security.auth.Subject;

/** Whom a use case is called for, as it sees it. */
final class Asker {
    private Asker() {
    }

    // What comes in its place, Subject.current, is there from Java 18 on.
    @SuppressWarnings("removal")
    static String name() {
        return Subject.getSubject(AccessController.getContext()).getPrincipals().iterator().next().getName();
    }
}
