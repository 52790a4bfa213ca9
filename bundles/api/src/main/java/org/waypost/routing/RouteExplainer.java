package org.waypost.routing;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;

/** Why mail goes where it goes, for people. Any thread; returns at once; nothing is sent. */
@ProviderType
public interface RouteExplainer {
    /** The map that this server routes by; {@link OrganizationMap#EMPTY} if it has none. */
    OrganizationMap map();

    /** The name of this server. */
    String server();

    /** @param map the present one, or any other, such as one kept in a file */
    RouteExplanation explain(OrganizationMap map, RouteQuestion question);

    /** The DNs, among those that rules of the map's connectors name, that are the sender or a group it is in. */
    CompletionStage<Set<String>> listed(OrganizationMap map, Optional<Address> sender);
}
