package org.waypost.admin.core;

import java.security.AccessController;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.security.auth.Subject;

/**
 * Whom the calling thread acts for: the JAAS subject that the shell, JMX and the HTTP interface each act as. So no use
 * case needs a parameter for it, and none can be called without telling.
 */
public final class Caller {
    /** Nobody gave an order: a program of this process did. */
    static final String SERVER = "the server";
    /** Classes of principals differ by realm; beside that of the user there are those of roles, groups and clients. */
    private static final Set<String> USERS = Set.of("UserPrincipal", "JMXPrincipal");

    private Caller() {
    }

    /** A name, never blank. Must be asked in the thread that was called. */
    public static String name() {
        return Optional.ofNullable(subject()).flatMap(Caller::user).orElse(SERVER);
    }

    // What comes in its place, Subject.current, is there from Java 18 on.
    @SuppressWarnings("removal")
    private static Subject subject() {
        return Subject.getSubject(AccessController.getContext());
    }

    /** Does the same in another thread, on behalf of whom this thread acts for. */
    static <T> Consumer<T> kept(Consumer<T> action) {
        Subject subject = subject();
        return value -> Subject.doAs(subject, (PrivilegedAction<Void>) () -> {
            action.accept(value);
            return null;
        });
    }

    private static Optional<String> user(Subject subject) {
        return subject.getPrincipals().stream().filter(principal -> USERS.contains(principal.getClass().getSimpleName()))
                .map(Principal::getName).filter(name -> !name.isBlank()).findFirst();
    }
}
