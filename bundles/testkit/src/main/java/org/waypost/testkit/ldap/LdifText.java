package org.waypost.testkit.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** LDIF (RFC 2849) as text. */
public final class LdifText {
    private LdifText() {}

    /** Adds the entries, or makes the changes, of a text, in its order. @throws IllegalArgumentException at the first that fails */
    public static void load(String host, int port, String user, String password, String ldif) {
        try (LDAPConnection connection = new LDAPConnection(host, port, user, password);
                LDIFReader reader = new LDIFReader(new ByteArrayInputStream(ldif.getBytes(StandardCharsets.UTF_8)))) {
            for (LDIFChangeRecord record = reader.readChangeRecord(true); record != null; record = reader.readChangeRecord(true)) {
                record.processChange(connection);
            }
        } catch (LDAPException | LDIFException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
