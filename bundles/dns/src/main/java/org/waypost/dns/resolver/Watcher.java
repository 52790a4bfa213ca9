package org.waypost.dns.resolver;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SetResponse;

/** Is told of each step of a lookup, in the thread in which it ends. */
interface Watcher {
    Watcher NONE = new Watcher() { };

    default void answered(Record question, InetSocketAddress server, Message answer, Duration took) {
    }

    /** @param cause such as "Query timed out" */
    default void failed(Record question, InetSocketAddress server, String cause, Duration took) {
    }

    default void cached(Name name, int type, SetResponse known) {
    }
}
