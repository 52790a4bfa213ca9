package org.waypost.http.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JaasLoginTest {
    private final Login login = new JaasLogin("test");

    @BeforeEach
    void configure() {
        Configuration.setConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String realm) {
                return realm.equals("test") ? new AppConfigurationEntry[] {new AppConfigurationEntry(Module.class.getName(),
                        AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, Map.of())} : null;
            }
        });
    }

    @AfterEach
    void restore() {
        Configuration.setConfiguration(null);
    }

    @Test
    void theHighestRoleCounts() {
        assertEquals(Optional.of(new Account("viewer manager", Role.OPERATE)), login.login("viewer manager", "right".toCharArray()));
        assertEquals(Optional.of(new Account("admin viewer", Role.ADMINISTER)), login.login("admin viewer", "right".toCharArray()));
    }

    @Test
    void whoHasNoRoleOrTheWrongPasswordIsNobody() {
        assertEquals(Optional.empty(), login.login("ssh", "right".toCharArray()));
        assertEquals(Optional.empty(), login.login("admin", "wrong".toCharArray()));
        assertEquals(Optional.empty(), new JaasLogin("none").login("admin", "right".toCharArray()));
    }

    /** A name, as the realms of Karaf have classes of their own for roles and users. */
    record RolePrincipal(String getName) implements Principal {
    }

    record UserPrincipal(String getName) implements Principal {
    }

    /** The user's roles are the words of his name. */
    public static final class Module implements LoginModule {
        private Subject subject;
        private CallbackHandler handler;
        private String name;

        @Override
        public void initialize(Subject newSubject, CallbackHandler newHandler, Map<String, ?> shared, Map<String, ?> options) {
            subject = newSubject;
            handler = newHandler;
        }

        @Override
        public boolean login() throws LoginException {
            NameCallback user = new NameCallback("user");
            PasswordCallback password = new PasswordCallback("password", false);
            try {
                handler.handle(new Callback[] {user, password});
            } catch (IOException | UnsupportedCallbackException e) {
                throw new LoginException(e.toString());
            }
            name = user.getName();
            if (!"right".equals(new String(password.getPassword()))) {
                throw new FailedLoginException();
            }
            return true;
        }

        @Override
        public boolean commit() {
            subject.getPrincipals().add(new UserPrincipal("admin"));
            for (String role : name.split(" ")) {
                subject.getPrincipals().add(new RolePrincipal(role));
            }
            return true;
        }

        @Override
        public boolean abort() {
            return true;
        }

        @Override
        public boolean logout() {
            subject.getPrincipals().clear();
            return true;
        }
    }
}
