package org.waypost.directory.ldap;

import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapOperationException;
import org.apache.directory.api.ldap.model.message.BindRequest;
import org.apache.directory.api.ldap.model.message.BindRequestImpl;
import org.apache.directory.api.ldap.model.message.BindResponse;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.name.Dn;

/** Says who we are on a new connection. */
@FunctionalInterface
public interface Bind {
    /** Waits. @throws LdapOperationException if the server answered and does not believe it */
    void bind(Connection connection) throws LdapException;

    /** RFC 4513 5.1.3. @param password not empty: a server takes an empty one for an anonymous bind (5.1.2) and says yes */
    static Bind simple(String dn, byte[] password) {
        if (password.length == 0) {
            throw new IllegalArgumentException("an empty password proves nothing");
        }
        return connection -> {
            BindRequest request = new BindRequestImpl().setDn(new Dn(dn)).setCredentials(password);
            check(connection.bind(request));
        };
    }

    static void check(BindResponse response) throws LdapException {
        LdapResult result = response.getLdapResult();
        if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
            throw new LdapOperationException(result.getResultCode(), "bind refused: " + result.getResultCode().getMessage()
                    + (result.getDiagnosticMessage() == null ? "" : " " + result.getDiagnosticMessage()));
        }
    }
}
