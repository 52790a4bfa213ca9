package org.waypost.dns.update;

import java.util.concurrent.CompletionStage;
import org.xbill.DNS.Name;

/** Finds the zone that a name is in. */
public interface ZoneFinder {
    /** Completes exceptionally with an {@link java.io.IOException}, whose message is a clause for people, if there is none. */
    CompletionStage<Zone> find(Name name);
}
