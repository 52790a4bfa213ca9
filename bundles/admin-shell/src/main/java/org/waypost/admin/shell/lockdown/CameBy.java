package org.waypost.admin.shell.lockdown;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import org.apache.karaf.shell.api.console.Session;
import org.waypost.admin.LockdownAdmin.Door;

/** By which door the user of a session came in. */
final class CameBy {
    /** A principal that the platform's SSH server gives, such as {@code ssh(/127.0.0.1:40322)}. */
    private static final Pattern SSH = Pattern.compile("ssh\\([^/]*/(.*):\\d+\\)");

    private CameBy() {
    }

    static Door of(Session session) {
        return session.get(Subject.class.getName()) instanceof Subject subject
                ? subject.getPrincipals().stream().map(Principal::getName).flatMap(name -> of(name).stream()).findFirst().orElse(new Door("", true))
                : new Door("", true);
    }

    static Optional<Door> of(String principal) {
        Matcher address = SSH.matcher(principal);
        return address.matches() ? Optional.of(new Door("shell", isLoopback(address.group(1)))) : Optional.empty();
    }

    /** @param literal of an address, maybe with a scope or in brackets */
    private static boolean isLoopback(String literal) {
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
