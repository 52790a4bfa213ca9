package org.waypost.directory.ldap.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ModifyRequest;
import org.apache.directory.api.ldap.model.message.ModifyRequestImpl;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryWrite.Assertion;
import org.waypost.directory.DirectoryWrite.Replace;
import org.waypost.directory.Entry;
import org.waypost.directory.WriteResult;
import org.waypost.directory.ldap.Connection;

/**
 * Replaces attributes, on condition if there is one. No filter can say "these values and no others", so the entry is
 * read first, and the change is tied to what was read: by its {@code entryCSN}, which every change of an entry
 * changes, where the server has the assertion control (RFC 4528); else by deleting the very values that were read.
 */
final class Replacement {
    private static final String VERSION = "entryCSN";
    /** What a server says whose entry is not as asserted; 122 is {@code assertionFailed}, which the library does not know. */
    private static final Set<ResultCodeEnum> CONFLICT =
            Set.of(ResultCodeEnum.UNKNOWN, ResultCodeEnum.NO_SUCH_ATTRIBUTE, ResultCodeEnum.ATTRIBUTE_OR_VALUE_EXISTS);

    private final Connection connection;
    private final Replace replace;
    private final boolean assertions;
    private final ModifyRequest request = new ModifyRequestImpl();

    /** @param assertions whether the server has the assertion control */
    Replacement(Connection connection, Replace replace, boolean assertions) {
        this.connection = connection;
        this.replace = replace;
        this.assertions = assertions;
        request.setName(Searches.dn(replace.dn()));
    }

    WriteResult run() throws LdapException {
        if (replace.assertion().isEmpty()) {
            replace.attributes().forEach(this::replace);
            return Write.result(send());
        }
        Assertion assertion = replace.assertion().get();
        Optional<Entry> before = BaseRead.read(connection, replace.dn(), Set.of(assertion.attribute(), VERSION));
        if (before.isEmpty()) {
            return new WriteResult.Missing();
        }
        if (!same(before.get().values(assertion.attribute()), assertion.values())) {
            return new WriteResult.Conflict();
        }
        Optional<String> version = before.get().value(VERSION).filter(known -> assertions);
        if (version.isPresent()) {
            AssertionControl.register(connection.getCodecService());
            request.addControl(new AssertionControl(VERSION, version.get()));
            replace.attributes().forEach(this::replace);
        } else {
            replaceRead(assertion);
        }
        LdapResult result = send();
        return CONFLICT.contains(result.getResultCode()) ? new WriteResult.Conflict() : Write.result(result);
    }

    private void replaceRead(Assertion assertion) {
        List<String> after = assertion.values();
        for (Map.Entry<String, List<String>> attribute : replace.attributes().entrySet()) {
            if (attribute.getKey().equalsIgnoreCase(assertion.attribute())) {
                after = attribute.getValue();
            } else {
                replace(attribute.getKey(), attribute.getValue());
            }
        }
        if (!assertion.values().isEmpty()) {
            request.remove(assertion.attribute(), assertion.values().toArray(String[]::new));
        }
        if (!after.isEmpty()) {
            request.add(assertion.attribute(), after.toArray(String[]::new));
        }
    }

    private void replace(String attribute, List<String> values) {
        if (values.isEmpty()) {
            request.replace(attribute);
        } else {
            request.replace(attribute, values.toArray(String[]::new));
        }
    }

    private LdapResult send() throws LdapException {
        return connection.modify(request).getLdapResult();
    }

    private static boolean same(List<String> first, List<String> second) {
        return new TreeSet<>(first).equals(new TreeSet<>(second));
    }
}
