package org.waypost.directory.ldap.request;

import java.util.Set;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.exception.LdapInvalidDnException;
import org.apache.directory.api.ldap.model.message.AliasDerefMode;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchRequestImpl;
import org.apache.directory.api.ldap.model.message.SearchScope;
import org.apache.directory.api.ldap.model.name.Dn;
import org.waypost.directory.DirectoryRefusedException;
import org.waypost.directory.Search.Scope;
import org.waypost.directory.ldap.Entries;

/** Makes the library's search requests. */
final class Searches {
    static final String ANY = "(objectClass=*)";

    private Searches() {}

    static SearchRequest base(String dn, Set<String> attributes) {
        return of(dn, Scope.BASE, ANY, attributes);
    }

    /** @throws DirectoryRefusedException if the base or the filter cannot be read */
    static SearchRequest of(String base, Scope scope, String filter, Set<String> attributes) {
        SearchRequest request = new SearchRequestImpl();
        request.setBase(dn(base));
        request.setScope(switch (scope) {
            case BASE -> SearchScope.OBJECT;
            case ONE_LEVEL -> SearchScope.ONELEVEL;
            case SUBTREE -> SearchScope.SUBTREE;
        });
        request.setDerefAliases(AliasDerefMode.NEVER_DEREF_ALIASES);
        request.addAttributes(Entries.request(attributes));
        try {
            return request.setFilter(filter);
        } catch (LdapException | RuntimeException e) {
            throw new DirectoryRefusedException(ResultCodeEnum.PROTOCOL_ERROR.getResultCode(), "not a filter: " + filter);
        }
    }

    static Dn dn(String text) {
        try {
            return new Dn(text);
        } catch (LdapInvalidDnException e) {
            throw new DirectoryRefusedException(ResultCodeEnum.INVALID_DN_SYNTAX.getResultCode(), "not a DN: " + text);
        }
    }
}
