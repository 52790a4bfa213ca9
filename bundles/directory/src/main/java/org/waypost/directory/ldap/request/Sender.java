package org.waypost.directory.ldap.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.AddRequest;
import org.apache.directory.api.ldap.model.message.AddRequestImpl;
import org.apache.directory.api.ldap.model.message.Control;
import org.apache.directory.api.ldap.model.message.DeleteRequest;
import org.apache.directory.api.ldap.model.message.DeleteRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ModifyRequest;
import org.apache.directory.api.ldap.model.message.Request;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;
import org.waypost.directory.ldap.RootDse;

/**
 * Sends writes without waiting for their results.
 *
 * @param control that each of them carries
 */
record Sender(Connection connection, RootDse server, Optional<Control> control) {
    /** What cannot be sent is refused. */
    Pending send(DirectoryWrite write) throws LdapException {
        try {
            if (write instanceof DirectoryWrite.Add add) {
                return add(add);
            }
            if (write instanceof DirectoryWrite.Replace replace) {
                return replace(new Replacement(replace, server.has(AssertionControl.OID)));
            }
            return delete((DirectoryWrite.Delete) write);
        } catch (DirectoryRefusedException e) {
            return () -> new WriteResult.Refused(e.getMessage());
        }
    }

    private Pending add(DirectoryWrite.Add add) throws LdapException {
        AddRequest request = new AddRequestImpl().setEntry(entry(add));
        marked(request);
        // Without the parent there is no such object either, and nobody removed the entry.
        return Pending.of(connection, connection.addAsync(request), result ->
                result.getResultCode() == ResultCodeEnum.NO_SUCH_OBJECT ? new WriteResult.Refused(Results.text(result)) : result(result));
    }

    private Pending replace(Replacement replacement) throws LdapException {
        Optional<WriteResult> vain = replacement.inVain(connection);
        if (vain.isPresent()) {
            return vain::get;
        }
        ModifyRequest request = replacement.request(connection);
        marked(request);
        return Pending.of(connection, connection.modifyAsync(request), result ->
                Replacement.CONFLICT.contains(result.getResultCode()) && replacement.isConditional() ? new WriteResult.Conflict() : result(result));
    }

    private Pending delete(DirectoryWrite.Delete delete) throws LdapException {
        DeleteRequest request = new DeleteRequestImpl().setName(Searches.dn(delete.dn()));
        marked(request);
        return Pending.of(connection, connection.deleteAsync(request), Sender::result);
    }

    private void marked(Request request) {
        control.ifPresent(request::addControl);
    }

    private static WriteResult result(LdapResult result) throws LdapException {
        Results.checkAnswered(result);
        return switch (result.getResultCode()) {
            case SUCCESS -> new WriteResult.Done();
            case ENTRY_ALREADY_EXISTS -> new WriteResult.Exists();
            case NO_SUCH_OBJECT -> new WriteResult.Missing();
            default -> new WriteResult.Refused(Results.text(result));
        };
    }

    private static Entry entry(DirectoryWrite.Add add) {
        Entry entry = new DefaultEntry(Searches.dn(add.dn()));
        try {
            for (Map.Entry<String, List<String>> attribute : add.attributes().entrySet()) {
                if (!attribute.getValue().isEmpty()) {
                    entry.add(attribute.getKey(), attribute.getValue().toArray(String[]::new));
                }
            }
            return entry;
        } catch (LdapException e) {
            throw new DirectoryRefusedException(ResultCodeEnum.INVALID_ATTRIBUTE_SYNTAX.getResultCode(), e.getMessage());
        }
    }
}
