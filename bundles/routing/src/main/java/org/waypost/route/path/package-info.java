/**
 * Which of the ways let a message pass, and the cheapest paths over those that do and are up (Dijkstra). Paths from
 * one site to all others are searched once for each class of messages that the connectors' rules treat alike, and kept
 * until a map comes. Costs are 1 or more, so each hop of a cheapest path is nearer to its end than the one before: with
 * one and the same map no message can go in a circle.
 */
package org.waypost.route.path;
