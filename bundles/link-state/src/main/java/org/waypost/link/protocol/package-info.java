/**
 * How two servers bring their tables to one content. Functions from a table and a message to a table and answers: no
 * socket, no clock, no thread.
 */
package org.waypost.link.protocol;
