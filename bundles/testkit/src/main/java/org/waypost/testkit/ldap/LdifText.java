package org.waypost.testkit.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFChangeRecord;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** LDIF (RFC 2849) as text. */
public final class LdifText {
    private LdifText() {}

    /** Adds the entries, or makes the changes, of a text, in its order. @throws IllegalArgumentException at the first that fails */
    public static void load(String host, int port, String user, String password, String ldif) {
        try (LDAPConnection connection = new LDAPConnection(host, port, user, password)) {
            load(connection, ldif, Set.of());
        } catch (LDAPException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** @param passed results, beside success, with which the next change is made */
    static void load(LDAPConnection connection, String ldif, Set<ResultCode> passed) throws LDAPException {
        try (LDIFReader reader = new LDIFReader(new ByteArrayInputStream(ldif.getBytes(StandardCharsets.UTF_8)))) {
            for (LDIFChangeRecord record = reader.readChangeRecord(true); record != null; record = reader.readChangeRecord(true)) {
                make(record, connection, passed);
            }
        } catch (LDIFException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(LDIFChangeRecord record, LDAPConnection connection, Set<ResultCode> passed) throws LDAPException {
        try {
            record.processChange(connection);
        } catch (LDAPException e) {
            if (!passed.contains(e.getResultCode())) {
                throw e;
            }
        }
    }
}
