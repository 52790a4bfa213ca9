/** Greeting connectors' targets by SMTP, and the exchange of tables between bridgeheads by the verb X-LINK2STATE, on both sides. */
package org.waypost.link.greeting;
