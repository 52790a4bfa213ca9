package org.waypost.directory.ldap.request;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.DeleteRequest;
import org.apache.directory.api.ldap.model.message.DeleteRequestImpl;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.DirectoryWrite.Delete;
import org.waypost.directory.Entry;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;

/**
 * Deletes an entry, on condition if there is one. It is read just before, and a server with the assertion control (RFC 4528)
 * deletes it only if nobody wrote it since. Another one cannot be told so: what is changed between the two requests is lost.
 * A modification that deletes the known values first would not help: the moment would then lie after it, and a server that
 * refused the deletion would be left with an entry in pieces.
 *
 * @param assertions whether the server has the assertion control
 */
record Removal(Delete delete, boolean assertions) {
    /** Another one after each write, where a server has it (OpenLDAP). */
    private static final String CHANGE = "entryCSN";
    /** 122, which the library does not know. */
    private static final ResultCodeEnum ASSERTION_FAILED = ResultCodeEnum.UNKNOWN;

    WriteResult run(Connection connection) throws LdapException {
        DeleteRequest request = new DeleteRequestImpl().setName(Searches.dn(delete.dn()));
        if (delete.assertions().isEmpty()) {
            return Write.result(connection.delete(request).getLdapResult());
        }
        Optional<Entry> now = BaseRead.whole(connection, delete.dn(), attributes());
        if (now.isEmpty()) {
            return new WriteResult.Missing();
        }
        if (!delete.assertions().stream().allMatch(each -> Set.copyOf(each.values()).equals(Set.copyOf(now.get().values(each.attribute()))))) {
            return new WriteResult.Conflict();
        }
        if (assertions) {
            AssertionControl.register(connection.getCodecService());
            request.addControl(new AssertionControl(unchanged(now.get())));
        }
        LdapResult result = connection.delete(request).getLdapResult();
        return result.getResultCode() == ASSERTION_FAILED ? new WriteResult.Conflict() : Write.result(result);
    }

    private Set<String> attributes() {
        Set<String> attributes = delete.assertions().stream().map(Assertion::attribute).collect(Collectors.toCollection(HashSet::new));
        attributes.add(CHANGE);
        return attributes;
    }

    /** By the number of its last change; without one by its values, beside which others may have been added. */
    private List<Assertion> unchanged(Entry now) {
        List<String> change = now.values(CHANGE);
        return change.isEmpty() ? delete.assertions() : List.of(new Assertion(CHANGE, change));
    }
}
