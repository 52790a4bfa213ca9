package org.waypost.directory.ldap.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.directory.api.ldap.model.entry.DefaultEntry;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.AddRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;
import org.waypost.directory.ldap.Request;
import org.waypost.directory.ldap.RootDse;
import org.waypost.directory.ldap.ServerKind;

/** One change of one entry. */
public record Write(DirectoryWrite write) implements Request<WriteResult> {
    @Override
    public WriteResult run(Connection connection, RootDse server) throws LdapException {
        try {
            if (write instanceof DirectoryWrite.Add add) {
                return add(connection, add);
            }
            if (write instanceof DirectoryWrite.Replace replace) {
                return replace(connection, new Replacement(replace, asserts(server)));
            }
            return new Removal((DirectoryWrite.Delete) write, asserts(server)).run(connection);
        } catch (DirectoryRefusedException e) {
            return new WriteResult.Refused(e.getMessage());
        }
    }

    /** ApacheDS announces every control that the codec in its process knows, also those it does nothing with. */
    private static boolean asserts(RootDse server) {
        return server.has(AssertionControl.OID) && server.kind() != ServerKind.APACHEDS;
    }

    static WriteResult result(LdapResult result) throws LdapException {
        Results.checkAnswered(result);
        return switch (result.getResultCode()) {
            case SUCCESS -> new WriteResult.Done();
            case ENTRY_ALREADY_EXISTS -> new WriteResult.Exists();
            case NO_SUCH_OBJECT -> new WriteResult.Missing();
            default -> new WriteResult.Refused(Results.text(result));
        };
    }

    private static WriteResult add(Connection connection, DirectoryWrite.Add add) throws LdapException {
        AddRequestImpl request = new AddRequestImpl();
        request.setEntry(entry(add));
        LdapResult result = connection.add(request).getLdapResult();
        // It is the parent that is missing, and nobody removed the entry.
        return result.getResultCode() == ResultCodeEnum.NO_SUCH_OBJECT ? new WriteResult.Refused(Results.text(result)) : result(result);
    }

    private static WriteResult replace(Connection connection, Replacement replacement) throws LdapException {
        Optional<WriteResult> vain = replacement.inVain(connection);
        if (vain.isPresent()) {
            return vain.get();
        }
        LdapResult result = connection.modify(replacement.request(connection)).getLdapResult();
        return replacement.isConflict(result.getResultCode()) ? new WriteResult.Conflict() : result(result);
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
