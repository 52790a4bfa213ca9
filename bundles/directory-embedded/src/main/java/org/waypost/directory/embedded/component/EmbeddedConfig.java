package org.waypost.directory.embedded.component;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the embedded directory, pid {@value EmbeddedComponent#PID}. It runs only where this configuration exists. */
@ObjectClassDefinition(name = "Waypost embedded directory", description = "An LDAP server in the process")
@interface EmbeddedConfig {
    @AttributeDefinition(description = "IP address it listens on. Default 127.0.0.1. There is no TLS: keep it on loopback.")
    String address() default "127.0.0.1";

    @AttributeDefinition(description = "Port it listens on, 1 to 65535. Default 10389.")
    int port() default 10_389;

    @AttributeDefinition(description = "Folder of its data, from the installation's folder on if relative. Default data/directory.")
    String folder() default "data/directory";

    @AttributeDefinition(description = "File with the password of the administrator uid=admin,ou=system in its first line;"
            + " made with a random one, readable by its owner only, if it is missing. Default etc/directory-password.")
    String passwordFile() default "etc/directory-password";

    @AttributeDefinition(description = "LDIF file that fills the directory while it is empty, and is not read again. An entry"
            + " that cannot be added is named by an event, the rest is added. Empty: none. Default etc/organization.ldif.")
    String organization() default "etc/organization.ldif";

    @AttributeDefinition(description = "DN of the top entry. Default empty: that of the first entry of the organization. A"
            + " directory keeps the one it was filled with.")
    String base() default "";
}
