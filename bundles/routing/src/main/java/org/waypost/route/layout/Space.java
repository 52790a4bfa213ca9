package org.waypost.route.layout;

import org.waypost.topology.AddressSpace;

/** An address space of a way. */
public record Space(Way way, AddressSpace space) {}
