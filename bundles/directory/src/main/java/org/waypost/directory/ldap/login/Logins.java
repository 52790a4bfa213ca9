package org.waypost.directory.ldap.login;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.waypost.authentication.Authenticator;
import org.waypost.directory.Directory;
import org.waypost.directory.ldap.Servers;

/** The authenticator and its threads. */
public final class Logins implements AutoCloseable {
    private final UserBinds binds;
    private final LdapAuthenticator authenticator;

    /** @param kept how long a proof is believed without asking again, 0 for not at all */
    public Logins(Directory directory, Servers servers, Duration kept, InstantSource clock, RandomGenerator random) {
        binds = new UserBinds(servers);
        authenticator = new LdapAuthenticator(directory, binds, new ProvenUsers(kept, clock, random));
    }

    public Authenticator authenticator() {
        return authenticator;
    }

    @Override
    public void close() {
        binds.close();
    }
}
