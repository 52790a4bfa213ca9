/**
 * One server's part in link state: as member, as master, as bridgehead. Runs in one thread of whoever owns it, with a clock
 * and surroundings given to it, so that a simulation runs the same code as a server.
 */
package org.waypost.link.participant;
