package org.waypost.directory.ldap.request;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultResponse;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;

/** A write that was sent, or that need not be. Others may be sent on the connection before its result is waited for. */
interface Pending {
    /** Waits for it; once. */
    WriteResult result() throws LdapException;

    /** What a result means. */
    interface Meaning {
        WriteResult of(LdapResult result) throws LdapException;
    }

    static Pending of(Connection connection, Future<? extends ResultResponse> sent, Meaning meaning) {
        return () -> {
            ResultResponse response = await(connection, sent);
            if (response == null) {
                throw new LdapException("no answer within " + connection.patience().toMillis() + " ms");
            }
            return meaning.of(response.getLdapResult());
        };
    }

    private static ResultResponse await(Connection connection, Future<? extends ResultResponse> sent) throws LdapException {
        try {
            return sent.get(connection.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LdapException("ended while it waited for an answer", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LdapException(e.getMessage(), e);
        }
    }
}
