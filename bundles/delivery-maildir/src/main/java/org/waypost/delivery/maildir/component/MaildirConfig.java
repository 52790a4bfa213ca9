package org.waypost.delivery.maildir.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the delivery agent. */
@ObjectClassDefinition(name = "Waypost Maildir delivery")
public @interface MaildirConfig {
    @AttributeDefinition(name = "Mail folder",
            description = "Folder with one Maildir per mailbox; relative to the home folder. Default data/mail.")
    String folder() default "data/mail";

    @AttributeDefinition(min = "1", max = "64", name = "Threads",
            description = "Threads for disk work: a number from 1 to 64. Default 4.")
    int threads() default 4;
}
