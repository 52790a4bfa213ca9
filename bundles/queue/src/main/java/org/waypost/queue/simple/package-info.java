/**
 * The categorizer and router of a server that has no directory: local recipients by the recipient
 * resolver, everything else to a smart host or its domain's mail exchangers. Services of a low ranking,
 * so that richer bundles take their place while mail flows.
 */
package org.waypost.queue.simple;
