/**
 * Where the queue meets OSGi: its three components with their configuration, and nothing else.
 */
package org.waypost.queue.component;
