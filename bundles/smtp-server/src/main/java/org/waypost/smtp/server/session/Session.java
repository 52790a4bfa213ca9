package org.waypost.smtp.server.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.connection.Connection;
import org.waypost.connection.TlsInfo;
import org.waypost.linkstate.Membership.Members;
import org.waypost.smtp.server.authentication.Credentials;
import org.waypost.smtp.server.settings.ServerSettings;

/** What is known of one client: it outlives transactions. To be used from the connection's mailbox only. */
public final class Session {
    private final Connection connection;
    private final Supplier<ServerSettings> settings;
    private final Supplier<Members> members;
    private Greeting greeting;
    private List<String> verbs = List.of();
    private User user;
    private Credentials credentials;
    private int errors;
    private int messages;
    private boolean shuttingDown;
    private Transaction transaction;

    Session(Connection connection, Supplier<ServerSettings> settings, Supplier<Members> members) {
        this.connection = connection;
        this.settings = settings;
        this.members = members;
    }

    /** Those in force now. */
    public ServerSettings settings() {
        return settings.get();
    }

    public Connection connection() {
        return connection;
    }

    public boolean isSecured() {
        return connection.tls().isPresent();
    }

    /** Whether there is a certificate to show in a handshake: the virtual server's, or that of this server as a member. */
    public boolean canBeSecured() {
        return settings().tls().files().isPresent() || settings().identity(members.get()).isPresent();
    }

    /** The server of the organization that the peer is, by the key it proved to have and the members of now. */
    public Optional<String> server() {
        return settings().authentication().submission() ? Optional.empty()
                : members.get().server(connection.tls().flatMap(TlsInfo::peerKey));
    }

    public Optional<Greeting> greeting() {
        return Optional.ofNullable(greeting);
    }

    /** EHLO or HELO: a new start (RFC 5321 4.1.4). */
    public void greet(Greeting newGreeting) {
        endTransaction();
        greeting = Objects.requireNonNull(newGreeting);
    }

    /** After a handshake all that was said in the clear is forgotten (RFC 3207 4.2). */
    void forget() {
        endTransaction();
        greeting = null;
        user = null;
        verbs = List.of();
    }

    /** Whom the client authenticated as. */
    public Optional<User> user() {
        return Optional.ofNullable(user);
    }

    void user(User authenticated) {
        user = Objects.requireNonNull(authenticated);
    }

    /** What is being checked; never part of the frozen form. */
    Optional<Credentials> credentials() {
        return Optional.ofNullable(credentials);
    }

    void credentials(Credentials toBeChecked) {
        forgetCredentials();
        credentials = Objects.requireNonNull(toBeChecked);
    }

    void forgetCredentials() {
        if (credentials != null) {
            credentials.wipe();
            credentials = null;
        }
    }

    /** Contributed verbs this client may use. */
    public List<String> verbs() {
        return verbs;
    }

    /** Takes the snapshot of contributed verbs. */
    public void verbs(List<String> names) {
        verbs = List.copyOf(names);
    }

    public boolean hasTransaction() {
        return transaction != null;
    }

    /** @throws IllegalStateException if there is none */
    public Transaction transaction() {
        if (transaction == null) {
            throw new IllegalStateException("no transaction");
        }
        return transaction;
    }

    public void begin(Transaction newTransaction) {
        transaction = Objects.requireNonNull(newTransaction);
    }

    /** Drops the transaction, if any, and what was taken in for it. */
    public void endTransaction() {
        if (transaction != null) {
            transaction.release();
            transaction = null;
        }
    }

    int errors() {
        return errors;
    }

    void errors(int count) {
        errors = count;
    }

    void countError() {
        errors++;
    }

    /** Messages accepted so far. */
    public int messages() {
        return messages;
    }

    void messages(int count) {
        messages = count;
    }

    /** A client that gets mail through has its errors forgiven: a long list may hold unknown recipients. */
    void countMessage() {
        messages++;
        errors = 0;
    }

    boolean isShuttingDown() {
        return shuttingDown;
    }

    void shutDown() {
        shuttingDown = true;
    }
}
