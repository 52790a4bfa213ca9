package org.waypost.directory.ldap;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.Response;
import org.apache.directory.api.ldap.model.message.SearchRequest;
import org.apache.directory.api.ldap.model.message.SearchResultDone;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;
import org.apache.directory.ldap.client.api.exception.InvalidConnectionException;
import org.apache.mina.core.session.IoSession;

/**
 * A connection with one search that does not end, beside which it may be used as any. The responses of that search
 * are taken one by one; when they are not, reading from the socket stops, so that the server waits and memory stays
 * bounded. Its other calls would then wait too.
 */
public final class StreamConnection extends Connection {
    private static final int PAUSE_READING_AT = 1000;
    private static final int GO_ON_READING_AT = 100;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private volatile SearchRequest streamed;
    private volatile boolean collapsed;

    /** @param response empty when the connection is closed */
    private record Message(IoSession session, Optional<Response> response) {}

    StreamConnection(LdapConnectionConfig config) {
        super(config);
    }

    /** Begins the search; once for a connection. */
    public void stream(SearchRequest request) throws LdapException {
        streamed = request;
        searchAsync(request);
    }

    /** As {@link #stream}, for a search whose responses all say the same: one at a time is kept, and reading never stops. */
    public void streamCollapsed(SearchRequest request) throws LdapException {
        collapsed = true;
        stream(request);
    }

    /**
     * The next response of the search.
     *
     * @return empty if there was none within that time
     * @throws InvalidConnectionException when the connection is closed
     */
    public Optional<Response> next(long millis) throws LdapException, InterruptedException {
        Message message = messages.poll(millis, TimeUnit.MILLISECONDS);
        if (message == null) {
            return Optional.empty();
        }
        if (message.response().isEmpty()) {
            messages.add(message);
            throw new InvalidConnectionException("the connection was closed");
        }
        if (messages.size() <= GO_ON_READING_AT && message.session().isReadSuspended()) {
            message.session().resumeRead();
        }
        return message.response();
    }

    /** Whether {@link #next} would find something at once. */
    public boolean hasNext() {
        return !messages.isEmpty();
    }

    @Override
    public void messageReceived(IoSession session, Object message) throws Exception {
        SearchRequest request = streamed;
        if (request == null || !(message instanceof Response response) || response.getMessageId() != request.getMessageId()) {
            super.messageReceived(session, message);
            return;
        }
        if (collapsed && hasNext() && !(response instanceof SearchResultDone)) {
            return;
        }
        messages.add(new Message(session, Optional.of(response)));
        if (messages.size() >= PAUSE_READING_AT) {
            session.suspendRead();
            // All may have been taken before reading was suspended: then nobody would resume it.
            if (messages.size() <= GO_ON_READING_AT) {
                session.resumeRead();
            }
        }
    }

    @Override
    public void sessionClosed(IoSession session) throws Exception {
        super.sessionClosed(session);
        messages.add(new Message(session, Optional.empty()));
    }
}
