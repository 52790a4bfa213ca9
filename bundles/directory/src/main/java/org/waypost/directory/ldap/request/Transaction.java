package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.extras.extended.endTransaction.EndTransactionRequestImpl;
import org.apache.directory.api.ldap.extras.extended.startTransaction.StartTransactionRequestImpl;
import org.apache.directory.api.ldap.extras.extended.startTransaction.StartTransactionResponse;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;
import org.waypost.directory.ldap.RootDse;

/** Writes that are made together or not at all (RFC 5805): the server syncs its disk once for all of them. */
record Transaction(Connection connection, RootDse server) {
    /** The request that begins one. */
    static final String OID = "1.3.6.1.1.21.1";

    /** @return whether all were made; if not, none was */
    boolean commit(List<DirectoryWrite> writes) throws LdapException {
        Optional<byte[]> id = begin();
        if (id.isEmpty()) {
            return false;
        }
        Sender sender = new Sender(connection, server, Optional.of(TransactionControl.of(id.get(), connection.getCodecService())));
        List<Pending> sent = new ArrayList<>();
        for (DirectoryWrite write : writes) {
            sent.add(sender.send(write));
        }
        boolean taken = true;
        for (Pending pending : sent) {
            taken &= pending.result() instanceof WriteResult.Done;
        }
        return end(id.get(), taken) && taken;
    }

    private Optional<byte[]> begin() throws LdapException {
        return connection.extended(new StartTransactionRequestImpl()) instanceof StartTransactionResponse response
                && response.getLdapResult().getResultCode() == ResultCodeEnum.SUCCESS
                ? Optional.ofNullable(response.getTransactionId()) : Optional.empty();
    }

    private boolean end(byte[] id, boolean commit) throws LdapException {
        EndTransactionRequestImpl request = new EndTransactionRequestImpl();
        request.setTransactionId(id);
        request.setCommit(commit);
        LdapResult result = connection.extended(request).getLdapResult();
        return result.getResultCode() == ResultCodeEnum.SUCCESS;
    }
}
