package org.waypost.directory.ldap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.waypost.directory.DirectoryAwayException;
import org.waypost.directory.Search.Role;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;

/** Brings requests to a server that answers, and to the next one when it does not. Any thread; no method waits. */
public final class Dispatcher {
    private final LdapServers servers;
    private final Predicate<Member> allowed;
    private final Meter meter;

    Dispatcher(LdapServers servers, Predicate<Member> allowed, Meter meter) {
        this.servers = servers;
        this.meter = meter;
        this.allowed = allowed;
    }

    /** A request that is answered soon and may be sent again, to the same or another server. */
    public <R> CompletionStage<R> ask(Role role, Request<R> request) {
        return measured("read", () -> attempt(new Attempt<>(role, request, Member::requests, true), servers.count(role)));
    }

    /** A request that may take long. It is sent again only if nothing of it was sent before. */
    public <R> CompletionStage<R> scan(Role role, Request<R> request) {
        return measured("scan", () -> attempt(new Attempt<>(role, request, Member::scans, false), servers.count(role)));
    }

    /** A request that changes something: sent again only if nothing of it was sent before. */
    public <R> CompletionStage<R> change(Role role, Request<R> request) {
        return measured("write", () -> attempt(new Attempt<>(role, request, Member::requests, false), servers.count(role)));
    }

    /** With the tries at other servers, as whoever asks sees it. */
    private <R> CompletionStage<R> measured(String kind, Supplier<CompletionStage<R>> request) {
        if (!meter.isOn()) {
            return request.get();
        }
        long start = System.nanoTime();
        return request.get().whenComplete((answer, failure) -> {
            meter.count(Metric.DIRECTORY_REQUESTS, kind, result(failure));
            meter.observe(Metric.DIRECTORY_REQUEST_TIME, System.nanoTime() - start, kind);
        });
    }

    private static String result(Throwable failure) {
        return failure == null ? "answered" : Causes.unwrapped(failure) instanceof DirectoryAwayException ? "away" : "failed";
    }

    private record Attempt<R>(Role role, Request<R> request, Function<Member, Pool> pool, boolean repeatable) {}

    private <R> CompletionStage<R> attempt(Attempt<R> attempt, int left) {
        Member member;
        try {
            member = servers.member(attempt.role(), allowed);
        } catch (DirectoryAwayException e) {
            return CompletableFuture.failedStage(e);
        }
        return attempt.pool().apply(member).run(attempt.request(), attempt.repeatable())
                .exceptionallyCompose(failure -> failed(attempt, member, Causes.unwrapped(failure), left));
    }

    private <R> CompletionStage<R> failed(Attempt<R> attempt, Member member, Throwable failure, int left) {
        if (!(failure instanceof LdapException)) {
            return CompletableFuture.failedStage(failure);
        }
        if (!member.health().isDown()) {
            servers.down(member.server(), failure);
        }
        if (left > 1 && (attempt.repeatable() || failure instanceof NotConnectedException)) {
            return attempt(attempt, left - 1);
        }
        return CompletableFuture.failedStage(new DirectoryAwayException(member.server().url() + ": " + Causes.text(failure)));
    }
}
