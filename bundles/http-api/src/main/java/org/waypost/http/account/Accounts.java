package org.waypost.http.account;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import org.waypost.event.EventLog;
import org.waypost.http.HttpEvent;
import org.waypost.http.HttpSettings;
import org.waypost.http.filter.OncePerMinute;
import org.waypost.http.json.Json;

/** Logs people in and out, and tells who makes a request. Any thread. */
public final class Accounts {
    private static final String BEARER = "Bearer ";

    private final Login login;
    private final EventLog events;
    private final Sessions sessions;
    private final Tokens tokens;
    private final LoginThrottle throttle;
    private final OncePerMinute reports;

    /** @param folder of sessions and tokens; made when there is something to keep */
    public Accounts(Path folder, Login login, Supplier<HttpSettings> settings, Json json, EventLog events, InstantSource clock) {
        this.login = Objects.requireNonNull(login);
        this.events = Objects.requireNonNull(events);
        this.sessions = new Sessions(folder.resolve("sessions"), () -> settings.get().lifetime(), json, events, clock);
        this.tokens = new Tokens(folder.resolve("tokens"), json, events, clock);
        this.throttle = new LoginThrottle(() -> settings.get().throttle(), clock);
        this.reports = new OncePerMinute(clock);
    }

    /** What a login came to. */
    public sealed interface LoggedIn {
        /** @param cookie a Set-Cookie header */
        record Done(Identity identity, String cookie) implements LoggedIn {}

        record Denied() implements LoggedIn {}

        /** Too many failed; this one was not tried. @param length to wait before the next, positive */
        record Throttled(Duration length) implements LoggedIn {}
    }

    public LoggedIn logIn(String user, char[] password, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        Optional<Duration> wait = throttle.attempt(address, user);
        if (wait.isPresent()) {
            if (reports.admits(address)) {
                events.report(HttpEvent.LOGIN_THROTTLED, user, address, wait.get().toSeconds() + 1);
            }
            return new LoggedIn.Throttled(wait.get());
        }
        Optional<Account> account = login.login(user, password);
        if (account.isEmpty()) {
            events.report(HttpEvent.LOGIN_REFUSED, user, address);
            return new LoggedIn.Denied();
        }
        throttle.succeeded(address, user);
        // A session of before ends, so that nobody goes on in one that was slipped to the browser.
        SessionCookie.read(request).ifPresent(sessions::close);
        events.report(HttpEvent.LOGGED_IN, user, address, account.get().role());
        String id = sessions.open(account.get());
        return new LoggedIn.Done(new Identity(account.get(), Optional.of(id)), SessionCookie.set(id, request.isSecure()));
    }

    /** @return a Set-Cookie header */
    public String logOut(HttpServletRequest request) {
        SessionCookie.read(request).ifPresent(sessions::close);
        return SessionCookie.clear(request.isSecure());
    }

    /** By its token or, if it shows none, by its cookie. Empty if it is nobody's. */
    public Optional<Identity> identify(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return holder(header.substring(BEARER.length()).trim()).map(account -> new Identity(account, Optional.empty()));
        }
        return SessionCookie.read(request).flatMap(id -> sessions.use(id).map(account -> new Identity(account, Optional.of(id))));
    }

    /** Whose a token is; empty if it is nobody's. @param secret as it was shown when it was made */
    public Optional<Account> holder(String secret) {
        return tokens.account(secret);
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Before this bundle goes. */
    public void close() {
        sessions.write();
    }
}
