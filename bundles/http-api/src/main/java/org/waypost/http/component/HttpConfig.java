package org.waypost.http.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the HTTP interface. Changes take effect at once; what is out of its range is reported and not taken. */
@ObjectClassDefinition(name = "Waypost HTTP interface", description = "Sessions, logins and requests of administrators. All have defaults.")
public @interface HttpConfig {
    @AttributeDefinition(name = "Session idle", description = "Minutes without a request after which a session is over, 1 to 1440."
            + " Default 30.")
    int sessionIdleMinutes() default 30;

    @AttributeDefinition(name = "Session at most", description = "Hours after its login that a session is over, 1 to 168. Default 12.")
    int sessionMaxHours() default 12;

    @AttributeDefinition(name = "Login failures", description = "How many logins from one address may fail before the next must wait,"
            + " 1 to 100; as one user, four times as many. Default 5.")
    int loginFailures() default 5;

    @AttributeDefinition(name = "Login block", description = "Seconds that it must then wait, 1 to 3600; twice as long with each further"
            + " failure, at most 16 times. Default 60.")
    int loginBlockSeconds() default 60;

    @AttributeDefinition(name = "Largest request", description = "KiB of a request's body, where no path allows more, 1 to 65536."
            + " Default 1024.")
    int maxRequestKiB() default 1024;
}
