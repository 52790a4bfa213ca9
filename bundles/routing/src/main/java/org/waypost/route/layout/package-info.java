/**
 * The organization's map in the form that routes are computed by: sites (routing groups), ways (connectors), the edges
 * between sites and an index of the address spaces. It is built when the configuration changes and kept when only a
 * link goes up or down; what is up stands beside it, in a view of the links. All of it is immutable.
 */
package org.waypost.route.layout;
