package org.waypost.categorize.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the categorizer over the directory. */
@ObjectClassDefinition(name = "Waypost categorizer",
        description = "Who recipients are, according to the directory. Not active without a configuration.")
public @interface CategorizerConfig {
    @AttributeDefinition(name = "Authoritative domains", description = "Domains whose recipients are all in the directory,"
            + " separated by commas: who is not there is refused (5.1.1). The first is that of a bare \"postmaster\"."
            + " Default empty. Written by recipient policies.")
    String[] authoritativeDomains() default {};

    @AttributeDefinition(name = "Shared domains", description = "Domains that another system has recipients of too, separated"
            + " by commas: mail to who is not in the directory goes on to routing. A domain in both lists is shared."
            + " Default empty. Written by recipient policies.")
    String[] sharedDomains() default {};

    @AttributeDefinition(name = "Recipient limit", description = "Recipients that a sender may name in one message, a group"
            + " counted as one, unless the sender has msExchRecipLimit; 0 to 1000000, 0 for no limit. More are refused"
            + " (5.5.3). Default 5000.")
    int recipientLimit() default 5_000;

    @AttributeDefinition(name = "Members of a group", description = "Members that a group may have, 1 to 1000000; mail to a"
            + " larger one is returned (5.2.4). Default 50000.")
    int maxMembers() default 50_000;

    @AttributeDefinition(name = "Local agent", description = "The delivery agent of mailboxes without waypostDeliveryAgent:"
            + " 1 to 64 letters, digits, - and _. Default maildir.")
    String localAgent() default "maildir";

    @AttributeDefinition(name = "Subaddress separator", description = "What stands between a local part and its"
            + " subaddress: up to 3 characters of + - = _ # ! ~, or empty for no subaddresses. Default +.")
    String subaddressSeparator() default "+";

    @AttributeDefinition(name = "Postmaster", description = "Address that takes mail to a postmaster of a local domain whom"
            + " the directory does not have. Default empty: the mailbox \"postmaster\" of the local agent.")
    String postmaster() default "";
}
