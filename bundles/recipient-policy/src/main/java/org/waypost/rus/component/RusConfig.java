package org.waypost.rus.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of an instance of the Recipient Update Service, factory pid {@value RusComponent#PID}. */
@ObjectClassDefinition(name = "Waypost Recipient Update Service", description = "Stamps the recipients below one entry of the directory")
@interface RusConfig {
    @AttributeDefinition(description = "Name of the instance: 1 to 255 characters without slash. Default: default.")
    String name() default "default";

    @AttributeDefinition(description = "DN below which it works. Default: empty, which means the directory's base of recipients.")
    String base() default "";

    @AttributeDefinition(description = "URL of the only directory server it uses, one of those configured in org.waypost.directory."
            + " Default: empty, which means any.")
    String directoryServer() default "";

    @AttributeDefinition(description = "Whether it writes addresses: true, false (it only reports what it would write) or auto."
            + " Default auto: false while the directory is one that others keep.")
    String stamping() default "auto";

    @AttributeDefinition(description = "How many recipients are stamped at a time, 1 to 1000. Default 64.")
    int recipientsAtOnce() default 64;
}
