package org.waypost.dns.resolver;

import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;

/** Who is asked for what is not in the cache. Any thread; returns at once. */
interface Source {
    /** Completes with an answer or NXDOMAIN, else exceptionally with an {@link IOException} that lists the failures. */
    CompletionStage<Message> ask(Record question, Watcher watcher);
}
