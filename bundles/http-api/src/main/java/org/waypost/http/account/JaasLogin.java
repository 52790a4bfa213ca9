package org.waypost.http.account;

import java.security.Principal;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a realm of JAAS, as Karaf's {@code karaf}, which may lead to a file or to LDAP.
 *
 * @param realm its name
 */
public record JaasLogin(String realm) implements Login {
    private static final Logger LOG = LoggerFactory.getLogger(JaasLogin.class);
    /** Classes of principals differ by realm; those of roles are named alike. */
    private static final String ROLE_CLASS = "RolePrincipal";

    @Override
    public Optional<Account> login(String user, char[] password) {
        Subject subject = new Subject();
        try {
            LoginContext context = new LoginContext(realm, subject, callbacks -> answer(callbacks, user, password));
            context.login();
            Optional<Role> role = role(subject.getPrincipals());
            context.logout();
            return role.map(best -> new Account(user, best));
        } catch (LoginException e) {
            LOG.debug("The realm {} refused a login", realm, e);
            return Optional.empty();
        }
    }

    static Optional<Role> role(Set<Principal> principals) {
        return principals.stream().filter(principal -> principal.getClass().getName().endsWith(ROLE_CLASS))
                .flatMap(principal -> Role.ofRealm(principal.getName()).stream()).max(Comparator.naturalOrder());
    }

    private static void answer(Callback[] callbacks, String user, char[] password) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(user);
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password.clone());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
