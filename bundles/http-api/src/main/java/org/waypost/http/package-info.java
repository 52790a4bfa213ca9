/**
 * The HTTP interface of administrators. A request passes the {@code filter}, is authenticated by {@code account}, finds its
 * {@code route}, and is answered by a {@code resource} that asks a service of {@code org.waypost.admin}; {@code json} reads and
 * writes the bodies.
 */
package org.waypost.http;
