package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;
import org.waypost.directory.ldap.Request;
import org.waypost.directory.ldap.RootDse;

/**
 * Changes of entries, each of which is made or not by itself: in one transaction if the server has them and makes all;
 * else one by one, all sent before the first result is waited for.
 */
public record WriteGroup(List<DirectoryWrite> writes) implements Request<List<WriteResult>> {
    public WriteGroup {
        writes = List.copyOf(writes);
    }

    /** @return a result for each */
    @Override
    public List<WriteResult> run(Connection connection, RootDse server) throws LdapException {
        if (writes.size() > 1 && server.has(Transaction.OID) && new Transaction(connection, server).commit(writes)) {
            return Collections.nCopies(writes.size(), new WriteResult.Done());
        }
        Sender sender = new Sender(connection, server, Optional.empty());
        List<Pending> sent = new ArrayList<>();
        for (DirectoryWrite write : writes) {
            sent.add(sender.send(write));
        }
        List<WriteResult> results = new ArrayList<>();
        for (Pending pending : sent) {
            results.add(pending.result());
        }
        return results;
    }
}
