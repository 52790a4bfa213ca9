package org.waypost.delivery;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries messages to next hops of one kind; an OSGi service with the property
 * {@value #AGENT}. Returns at once, in any thread; the queue bounds how many deliveries to a next hop
 * run at the same time. The stage must complete, also when the agent goes away: then with
 * {@link DeliveryResult.Returned}, unless the next hop's answer to the end of the data is due, which is
 * waited for.
 */
@ConsumerType
public interface DeliveryAgent {
    /** Service property: the name under which next hops ask for this agent. */
    String AGENT = "waypost.agent";

    CompletionStage<DeliveryResult> deliver(Delivery delivery);
}
