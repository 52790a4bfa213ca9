package org.waypost.delivery.maildir.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the local recipients. */
@ObjectClassDefinition(name = "Waypost local recipients")
public @interface RecipientsConfig {
    @AttributeDefinition(name = "Local domains", description = "Domains whose recipients are found here, separated by"
            + " commas; the first is that of a bare \"postmaster\" and of names without a domain. Default localhost.")
    String[] localDomains() default "localhost";

    @AttributeDefinition(name = "Users file", description = "One mailbox a line: \"alice\" (in every local domain) or"
            + " \"alice@example.com\", then optionally the mailbox; relative to the home folder. Default etc/users.")
    String usersFile() default "etc/users";

    @AttributeDefinition(name = "Aliases file", description = "\"name: target, target\" a line, as Postfix has it;"
            + " relative to the home folder. Default etc/aliases.")
    String aliasesFile() default "etc/aliases";

    @AttributeDefinition(name = "Catch-all", description = "Address or local name that takes mail to unknown local"
            + " recipients. Default empty: they are refused.")
    String catchAll() default "";

    @AttributeDefinition(name = "Subaddress separator", description = "What stands between a local part and its"
            + " subaddress: up to 3 characters of + - = _ # ! ~, or empty for no subaddresses. Default +.")
    String subaddressSeparator() default "+";

    @AttributeDefinition(name = "Postmaster", description = "Address, user or mailbox that takes mail to postmaster"
            + " when neither file has that name; postmaster is always accepted. Default postmaster.")
    String postmaster() default "postmaster";
}
