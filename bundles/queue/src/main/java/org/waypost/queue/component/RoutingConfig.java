package org.waypost.queue.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the simple router. */
@ObjectClassDefinition(name = "Waypost routing", description = "Where mail goes that is not local")
public @interface RoutingConfig {
    @AttributeDefinition(name = "Smart host", description = "Takes all mail that is not local and has no route of its own:"
            + " NAME, [ADDRESS] or mx:DOMAIN, each with an optional :PORT from 1 to 65535 (default 25). Default empty: the"
            + " mail exchangers of each recipient's domain.")
    String smartHost() default "";

    @AttributeDefinition(name = "Smart host credentials", description = "Name of the credentials in org.waypost.smtp.client"
            + " that the smart host wants. Default empty: none.")
    String smartHostCredentials() default "";

    @AttributeDefinition(name = "Routes", description = "Smart hosts of single domains, separated by commas, each as"
            + " DOMAIN=SMARTHOST or DOMAIN=SMARTHOST/CREDENTIALS; .DOMAIN is for all domains below it. Default empty.")
    String[] routes() default {};
}
