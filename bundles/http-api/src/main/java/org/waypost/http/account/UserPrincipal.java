package org.waypost.http.account;

import java.io.IOException;
import java.security.Principal;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * Who asks, as JAAS has it: use cases look at the subject of the thread that calls them, be it the shell's or ours.
 *
 * @param name of the account
 */
public record UserPrincipal(String name) implements Principal {
    public UserPrincipal {
        Objects.requireNonNull(name);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Does an action in this thread on behalf of the user. */
    public <T> T act(Action<T> action) throws IOException {
        Subject subject = new Subject(true, Set.of(this), Set.of(), Set.of());
        try {
            return Subject.doAs(subject, (PrivilegedExceptionAction<T>) action::run);
        } catch (PrivilegedActionException e) {
            throw (IOException) e.getCause();
        }
    }

    /** See {@link #act}. */
    @FunctionalInterface
    public interface Action<T> {
        T run() throws IOException;
    }
}
