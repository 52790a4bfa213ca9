package org.waypost.smtp.server.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of what all virtual servers share. Values are text, so that a wrong one can be named. */
@ObjectClassDefinition(name = "Waypost SMTP service")
public @interface SmtpServiceConfig {
    @AttributeDefinition(type = AttributeType.LONG, min = "0", max = "1099511627776",
            description = "Octets of messages on their way in that all sessions of all"
            + " virtual servers together hold in memory; beyond it they stream to the spool at once."
            + " 0 to 1099511627776, default 67108864 (64 MiB).")
    String memoryForContents() default "67108864";
}
