package org.waypost.itests.harness;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** An LDAP directory that a test changes, as an administrator would; it may be restarted meanwhile. For one thread. */
public final class LdapDirectory implements AutoCloseable {
    private final LDAPConnection connection;

    private LdapDirectory(LDAPConnection connection) {
        this.connection = connection;
    }

    /** Connects to 127.0.0.1 and binds. */
    public static LdapDirectory connect(int port, String dn, String password) {
        try {
            return new LdapDirectory(new LDAPConnection("127.0.0.1", port, dn, password));
        } catch (LDAPException e) {
            throw new AssertionError("no LDAP server on port " + port, e);
        }
    }

    /** Adds entries, in the order of the LDIF text. */
    public void add(String ldif) {
        try (LDIFReader reader = new LDIFReader(new ByteArrayInputStream(ldif.getBytes(StandardCharsets.UTF_8)))) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                Entry next = entry;
                succeed(() -> connection().add(next));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDIFException e) {
            throw new AssertionError(ldif, e);
        }
    }

    /** The attribute gets these values; without any it goes. */
    public void replace(String dn, String attribute, String... values) {
        succeed(() -> connection().modify(dn, new Modification(ModificationType.REPLACE, attribute, values)));
    }

    public void delete(String dn) {
        succeed(() -> connection().delete(dn));
    }

    /** Empty if there is no such entry or attribute. */
    public List<String> values(String dn, String attribute) {
        try {
            Entry entry = connection().getEntry(dn, attribute);
            String[] values = entry == null ? null : entry.getAttributeValues(attribute);
            return values == null ? List.of() : Arrays.asList(values);
        } catch (LDAPException e) {
            throw new AssertionError(dn, e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private LDAPConnection connection() throws LDAPException {
        if (!connection.isConnected()) {
            connection.reconnect();
        }
        return connection;
    }

    private static void succeed(Request request) {
        try {
            request.send();
        } catch (LDAPException e) {
            throw new AssertionError(e.getExceptionMessage(), e);
        }
    }

    private interface Request {
        LDAPResult send() throws LDAPException;
    }
}
