package org.waypost.directory.ldap.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * condition, and the asserted attribute changes by those values that differ. Another one is told to delete the very
 * values that are asserted, which fails if they are not there, and to add those that are wanted.
 *
 * @param assertions whether the server has the assertion control
 */
record Replacement(Replace replace, boolean assertions) {
    /** What a server says whose entry is not as asserted; 122 is {@code assertionFailed}, which the library does not know. */
    private static final Set<ResultCodeEnum> CONFLICT =
            Set.of(ResultCodeEnum.UNKNOWN, ResultCodeEnum.NO_SUCH_ATTRIBUTE, ResultCodeEnum.ATTRIBUTE_OR_VALUE_EXISTS);

    boolean isConflict(ResultCodeEnum result) {
        return replace.assertion().isPresent() && CONFLICT.contains(result);
    }

    /** Looks first where the server cannot be told that an attribute must be absent. @return what becomes of it without being sent */
    Optional<WriteResult> inVain(Connection connection) throws LdapException {
        Optional<Assertion> absent = replace.assertion().filter(assertion -> assertion.values().isEmpty() && !assertions);
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        Optional<Entry> now = BaseRead.read(connection, replace.dn(), Set.of(absent.get().attribute()));
        if (now.isEmpty()) {
            return Optional.of(new WriteResult.Missing());
        }
        return now.get().values(absent.get().attribute()).isEmpty() ? Optional.empty() : Optional.of(new WriteResult.Conflict());
    }

    ModifyRequest request(Connection connection) {
        ModifyRequest request = new ModifyRequestImpl().setName(Searches.dn(replace.dn()));
        List<String> after = replace.assertion().map(Assertion::values).orElse(List.of());
        for (Map.Entry<String, List<String>> attribute : replace.attributes().entrySet()) {
            if (replace.assertion().filter(assertion -> assertion.attribute().equalsIgnoreCase(attribute.getKey())).isPresent()) {
                after = attribute.getValue();
            } else {
                request.replace(attribute.getKey(), texts(attribute.getValue()));
            }
        }
        if (replace.assertion().isPresent()) {
            change(request, replace.assertion().get(), after);
            if (assertions) {
                AssertionControl.register(connection.getCodecService());
                request.addControl(new AssertionControl(replace.assertion().get()));
            }
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
