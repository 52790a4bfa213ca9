package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.ModifyRequest;
import org.apache.directory.api.ldap.model.message.ModifyRequestImpl;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.DirectoryWrite.Replace;
import org.waypost.directory.Entry;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;

/**
 * Replaces attributes, on condition if there is one. A server with the assertion control (RFC 4528) is told the
 * conditions, and an asserted attribute changes by those values that differ. Another one is told to delete the very
 * values that are asserted, which fails if they are not there, and to add those that are wanted.
 *
 * @param assertions whether the server has the assertion control
 */
record Replacement(Replace replace, boolean assertions) {
    /** What a server says whose entry is not as asserted; 122 is {@code assertionFailed}, which the library does not know. */
    private static final Set<ResultCodeEnum> CONFLICT =
            Set.of(ResultCodeEnum.UNKNOWN, ResultCodeEnum.NO_SUCH_ATTRIBUTE, ResultCodeEnum.ATTRIBUTE_OR_VALUE_EXISTS);

    boolean isConflict(ResultCodeEnum result) {
        return !replace.assertions().isEmpty() && CONFLICT.contains(result);
    }

    /** Looks first where the server cannot be told that attributes must be absent. @return what becomes of it without being sent */
    Optional<WriteResult> inVain(Connection connection) throws LdapException {
        Set<String> absent = replace.assertions().stream().filter(assertion -> assertion.values().isEmpty() && !assertions)
                .map(Assertion::attribute).collect(Collectors.toSet());
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> now = BaseRead.read(connection, replace.dn(), absent);
        if (now.isEmpty()) {
            return Optional.of(new WriteResult.Missing());
        }
        return absent.stream().allMatch(attribute -> now.get().values(attribute).isEmpty()) ? Optional.empty()
                : Optional.of(new WriteResult.Conflict());
    }

    ModifyRequest request(Connection connection) {
        ModifyRequest request = new ModifyRequestImpl().setName(Searches.dn(replace.dn()));
        Map<String, List<String>> wanted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        wanted.putAll(replace.attributes());
        replace.assertions().forEach(assertion -> change(request, assertion,
                Optional.ofNullable(wanted.remove(assertion.attribute())).orElse(assertion.values())));
        wanted.forEach((attribute, values) -> request.replace(attribute, texts(values)));
        if (assertions && !replace.assertions().isEmpty()) {
            AssertionControl.register(connection.getCodecService());
            request.addControl(new AssertionControl(replace.assertions()));
        }
        return request;
    }

    private void change(ModifyRequest request, Assertion assertion, List<String> after) {
        List<String> removed = new ArrayList<>(assertion.values());
        List<String> added = new ArrayList<>(after);
        if (assertions) {
            removed.removeAll(after);
            added.removeAll(assertion.values());
        }
        if (!removed.isEmpty()) {
            request.remove(assertion.attribute(), texts(removed));
        }
        if (!added.isEmpty()) {
            request.add(assertion.attribute(), texts(added));
        }
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
