/**
 * The routing bundle: computes where a message goes next from the organization's map (routing groups, connectors, what
 * is up and down), which link state brings. Mail to a server of the organization takes the cheapest path; mail out of
 * it the connector with the most specific address space, whatever that costs. All servers compute by the same map, so
 * their steps make one path. A {@link org.waypost.route.RouteTable} is made for each map and never changes; nothing in
 * here knows a network or a clock, and no more than the injected randomness that shares the load. An explanation is
 * the same computation with someone listening.
 */
package org.waypost.route;
