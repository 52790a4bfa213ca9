package org.waypost.directory.ldap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.AbstractSaslRequest;
import org.apache.directory.ldap.client.api.SaslCramMd5Request;
import org.apache.directory.ldap.client.api.SaslDigestMd5Request;
import org.apache.directory.ldap.client.api.SaslExternalRequest;
import org.apache.directory.ldap.client.api.SaslPlainRequest;
import org.waypost.directory.ldap.ConnectionSettings.Credentials;

/** The bind of Waypost itself, by the configured mechanism. Without a name a simple bind is left out: anonymous. */
final class OwnBind implements Bind {
    private final Credentials credentials;

    OwnBind(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public void bind(Connection connection) throws LdapException {
        switch (credentials.mechanism()) {
            case SIMPLE -> simple(connection);
            case EXTERNAL -> sasl(connection, new SaslExternalRequest());
            case PLAIN -> sasl(connection, named(new SaslPlainRequest()));
            case DIGEST_MD5 -> sasl(connection, named(new SaslDigestMd5Request()));
            case CRAM_MD5 -> sasl(connection, named(new SaslCramMd5Request()));
        }
    }

    private void simple(Connection connection) throws LdapException {
        if (!credentials.name().isEmpty()) {
            Bind.simple(credentials.name(), password().getBytes(StandardCharsets.UTF_8)).bind(connection);
        }
    }

    private AbstractSaslRequest named(AbstractSaslRequest request) throws LdapException {
        request.setUsername(credentials.name());
        request.setCredentials(password());
        return request;
    }

    private static void sasl(Connection connection, AbstractSaslRequest request) throws LdapException {
        Bind.check(connection.bind(request));
    }

    private String password() throws LdapException {
        Path file = credentials.passwordFile().orElseThrow(() -> new LdapException("no passwordFile is configured"));
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || lines.get(0).isEmpty()) {
                throw new LdapException("the password file " + file + " is empty");
            }
            return lines.get(0);
        } catch (IOException e) {
            throw new LdapException("the password file cannot be read (" + e + ")", e);
        }
    }
}
