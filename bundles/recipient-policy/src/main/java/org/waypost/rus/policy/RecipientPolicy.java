package org.waypost.rus.policy;

import java.util.List;
import org.waypost.directory.Entry;
import org.waypost.rus.filter.LdapFilter;
import org.waypost.rus.template.AddressTemplate;

/**
 * A policy without fault.
 *
 * @param templates in force; just one of SMTP and at most one of X.400 is primary
 */
public record RecipientPolicy(String name, int order, LdapFilter filter, List<AddressTemplate> templates) {
    public RecipientPolicy {
        templates = List.copyOf(templates);
    }

    boolean isFor(Entry recipient) {
        return filter.matches(recipient);
    }
}
