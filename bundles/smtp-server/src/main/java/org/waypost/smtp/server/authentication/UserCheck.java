package org.waypost.smtp.server.authentication;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.authentication.Authentication;
import org.waypost.authentication.Authenticator;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;
import org.waypost.smtp.server.content.SpoolContents;
import org.waypost.smtp.server.event.SmtpEvent;
import org.waypost.smtp.server.settings.AuthenticationRules;
import org.waypost.smtp.server.settings.ServerSettings;

/** Has a password checked, if that may be tried again. Any thread. */
public final class UserCheck {
    /** Longer than the replacement of a bundle takes. */
    private static final Duration REPLACEMENT = Duration.ofSeconds(60);

    private final Gate<Authenticator> authenticator;
    private final FailureLimits limits;
    private final InstantSource clock;
    private final EventLog events;
    private volatile Instant lastThere = Instant.MIN;

    public UserCheck(Gate<Authenticator> authenticator, FailureLimits limits, InstantSource clock, EventLog events) {
        this.clock = Objects.requireNonNull(clock);
        this.authenticator = Objects.requireNonNull(authenticator);
        this.limits = Objects.requireNonNull(limits);
        this.events = Objects.requireNonNull(events);
    }

    /** Whether there is somebody to ask, or will be: where AUTH is required, and while he is being replaced. */
    public boolean isOffered(AuthenticationRules rules) {
        Instant now = clock.instant();
        if (authenticator.isOpen()) {
            lastThere = now;
        }
        return !rules.isOff() && (rules.isRequired() || lastThere.isAfter(now.minus(REPLACEMENT)));
    }

    /** Completes with the result; never fails. */
    public CompletionStage<Result> check(ServerSettings server, InetAddress client, Credentials credentials) {
        AuthenticationRules rules = server.authentication();
        if (limits.isAddressLimited(client, rules)) {
            return CompletableFuture.completedStage(new Result.AddressLimited());
        }
        if (limits.isUserLimited(credentials.user(), rules)) {
            return CompletableFuture.completedStage(new Result.UserLimited());
        }
        char[] password = credentials.password();
        return authenticator.call(a -> a.authenticate(credentials.user(), password)).handle((answer, failure) -> {
            Arrays.fill(password, '\0');
            return failure == null ? result(server, client, credentials.user(), answer)
                    : failed(server, credentials.user(), SpoolContents.cause(failure));
        });
    }

    private Result result(ServerSettings server, InetAddress client, String user, Authentication answer) {
        if (answer instanceof Authentication.Accepted accepted) {
            limits.succeeded(user);
            return new Result.Accepted(accepted);
        }
        if (answer instanceof Authentication.Unavailable unavailable) {
            return unavailable(server, user, unavailable.reason());
        }
        events.report(SmtpEvent.AUTHENTICATION_FAILED, server.name(), client.getHostAddress(), user);
        limits.failed(server.name(), client, user, server.authentication(), events);
        return new Result.Denied();
    }

    private Result failed(ServerSettings server, String user, Throwable cause) {
        return SpoolContents.isAway(cause) ? new Result.Away() : unavailable(server, user, cause.toString());
    }

    private Result unavailable(ServerSettings server, String user, String reason) {
        events.report(SmtpEvent.AUTHENTICATION_UNAVAILABLE, server.name(), user, reason);
        return new Result.Unavailable();
    }

    /** What came of it. */
    public sealed interface Result {
        record Accepted(Authentication.Accepted who) implements Result {}

        record Denied() implements Result {}

        /** It cannot be known now. */
        record Unavailable() implements Result {}

        /** Who could tell is being replaced: ask again. */
        record Away() implements Result {}

        /** Too many failures from that address. */
        record AddressLimited() implements Result {}

        /** Too many failures with that user. */
        record UserLimited() implements Result {}
    }
}
