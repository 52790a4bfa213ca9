package org.waypost.smtp.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.waypost.connection.Connection;
import org.waypost.connection.Outgoing;
import org.waypost.connection.Want.ClientTls;
import org.waypost.delivery.Delivery;
import org.waypost.delivery.DeliveryResult;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Reply;
import org.waypost.metrics.Meter;
import org.waypost.metrics.Metric;
import org.waypost.service.Gate;
import org.waypost.smtp.client.session.Capabilities;
import org.waypost.smtp.client.session.Credentials;
import org.waypost.smtp.client.session.Hello;
import org.waypost.smtp.client.session.ParkedState;
import org.waypost.smtp.client.session.Session;
import org.waypost.smtp.client.session.TlsPolicy;
import org.waypost.smtp.client.session.Transaction;
import org.waypost.smtp.client.session.Transaction.Ending;
import org.waypost.smtp.client.session.Trouble;
import org.waypost.smtp.client.planning.Plan;
import org.waypost.smtp.client.planning.Target;
import org.waypost.smtp.client.planning.TargetFinder;

/**
 * One delivery from its start to its result: on an idle connection to the next hop, or else at its
 * targets one after the other until one takes part in a transaction. What happens follows one on the
 * other, in changing threads; only {@link #cancel} and {@link #abandon} come from aside.
 */
final class Attempt {
    private static final int SUBMISSIONS_PORT = 465;
    private static final String REPLACED = "the SMTP client is being replaced";

    private final Delivery delivery;
    private final ClientSettings settings;
    private final MemberTls memberTls;
    private final Gate<Outgoing> outgoing;
    private final TargetFinder finder;
    private final List<String> dnsServers;
    private final EventLog events;
    private final Meter meter;
    private final long start = System.nanoTime();
    private final Departure departure;
    private final CompletableFuture<DeliveryResult> result = new CompletableFuture<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private Optional<Credentials> credentials = Optional.empty();
    private Tries tries;
    private Session session;
    private boolean cancelled;

    Attempt(Delivery delivery, ClientSettings settings, MemberTls memberTls, Gate<Outgoing> outgoing, TargetFinder finder,
            List<String> dnsServers, EventLog events, Meter meter) {
        this.delivery = delivery;
        this.settings = settings;
        this.memberTls = memberTls;
        this.outgoing = outgoing;
        this.finder = finder;
        this.dnsServers = dnsServers;
        this.events = events;
        this.meter = meter;
        this.departure = new Departure(settings.poolKey(delivery.hop(), dnsServers, memberTls), settings);
    }

    CompletionStage<DeliveryResult> result() {
        return result;
    }

    /** Completes when neither thread nor connection refers to this any more. */
    CompletableFuture<Void> released() {
        return released;
    }

    void start() {
        outgoing.call(pool -> CompletableFuture.completedStage(pool.take(departure.poolKey()))).whenComplete((parked, failure) -> {
            if (failure != null) {
                giveBack(failure.getMessage());
            } else if (parked.isPresent()) {
                reuse(parked.get());
            } else {
                findTargets();
            }
        });
    }

    /** Ends it unless the peer may have taken the message, whose answer is then waited for. Any thread. */
    void cancel() {
        Session now = stop();
        if (now == null) {
            giveBack(REPLACED);
        } else {
            now.execute(() -> {
                if (!now.awaitsVerdict()) {
                    abandon();
                }
            });
        }
    }

    /** Ends it in any case. Any thread. */
    void abandon() {
        Session now = stop();
        giveBack(REPLACED);
        if (now != null) {
            now.abort();
        }
    }

    private synchronized Session stop() {
        cancelled = true;
        return session;
    }

    /** Whether it may go on, on this session or, with null, on the way to one. */
    private synchronized boolean goesOn(Session next) {
        session = cancelled ? session : next;
        return !cancelled;
    }

    private void reuse(Outgoing.Parked parked) {
        Optional<ParkedState> state = ParkedState.thaw(parked.state());
        if (state.isEmpty()) {
            parked.connection().abort();
            findTargets();
            return;
        }
        Session reused = new Session(parked.connection(), state.get().remote(), meter);
        Transaction transaction = transaction(reused, state.get().offered(), state.get().messages(), trouble -> findTargets());
        reused.first(transaction);
        meter.count(Metric.SMTP_CLIENT_CONNECTIONS, "reused");
        if (goesOn(reused)) {
            parked.connection().attach(reused);
            reused.execute(transaction::begin);
        } else {
            parked.connection().abort();
        }
    }

    /** Also when an idle connection was closed by the peer, which says nothing about the next hop. */
    private void findTargets() {
        if (!goesOn(null)) {
            giveBack(REPLACED);
        } else if (hasCredentials()) {
            finder.find(delivery.hop(), settings.port(), settings.limits(), dnsServers).whenComplete(this::found);
        }
    }

    private void found(Plan plan, Throwable failure) {
        if (failure != null) {
            giveBack(failure.getMessage());
        } else if (plan instanceof Plan.Reachable reachable) {
            tries = new Tries(reachable.targets());
            connectNext();
        } else if (plan instanceof Plan.Deferred deferred) {
            finish(new DeliveryResult.HopDown(deferred.status(), deferred.reason()));
        } else if (plan instanceof Plan.Rejected rejected) {
            Outcome failed = new Outcome(Outcome.Kind.FAILED, rejected.status(), rejected.reason(), "", false);
            finish(new DeliveryResult.Done(delivery.targets().stream().map(target -> failed).toList()));
        }
    }

    private boolean hasCredentials() {
        String name = delivery.hop().credentials();
        credentials = Optional.ofNullable(settings.credentials().get(name));
        if (name.isEmpty() || credentials.isPresent()) {
            return true;
        }
        events.report(ClientEvent.CREDENTIALS_UNKNOWN, delivery.hop().queue(), name);
        finish(new DeliveryResult.HopDown(EnhancedStatus.of("4.7.0"), "no credentials '" + name + "' are configured", false));
        return false;
    }

    private void connectNext() {
        if (goesOn(null)) {
            tries.next().ifPresentOrElse(target -> connect(target, settings.tls()), () -> finish(tries.down()));
        } else {
            giveBack(REPLACED);
        }
    }

    private void connect(Target target, TlsPolicy tls) {
        Outgoing.Destination destination = new Outgoing.Destination(target.host(), target.address(),
                settings.sourceFor(target.address().getAddress()), settings.connectTimeout());
        outgoing.call(transport -> transport.connect(destination)).whenComplete((connected, failure) -> {
            if (failure != null) {
                giveBack(failure.getMessage());
            } else if (connected instanceof Outgoing.Result.Connected made) {
                meter.count(Metric.SMTP_CLIENT_CONNECTIONS, "opened");
                greet(made.connection(), target, tls);
            } else if (connected instanceof Outgoing.Result.Failed failed) {
                meter.count(Metric.SMTP_CLIENT_CONNECTIONS, "failed");
                tries.unreachable(target, failed.reason());
                connectNext();
            }
        });
    }

    private void greet(Connection connection, Target target, TlsPolicy tls) {
        Session fresh = new Session(connection, target.toString(), meter);
        fresh.first(new Hello(fresh, terms(target, tls), new AfterHello(fresh, target)));
        if (goesOn(fresh)) {
            connection.attach(fresh);
        } else {
            connection.abort();
        }
    }

    /** A server of the organization that is known by its key gets mail by that alone. */
    private Hello.Terms terms(Target target, TlsPolicy tls) {
        Optional<ClientTls> proof = target.server().flatMap(memberTls::to);
        return new Hello.Terms(settings.hostName(), proof.isPresent() ? TlsPolicy.REQUIRED : tls,
                target.address().getPort() == SUBMISSIONS_PORT, proof.orElse(new ClientTls(target.host(), settings.verify())),
                settings.clearTextAuth(), credentials);
    }

    private Transaction transaction(Session on, Capabilities offered, int messages, Consumer<Trouble> neverBegan) {
        return new Transaction(on, delivery, offered, settings.chunking(), new Transaction.Listener() {
            @Override
            public void neverBegan(Trouble trouble) {
                neverBegan.accept(trouble);
            }

            @Override
            public void done(List<Outcome> outcomes, Ending ending) {
                ended(on, new ParkedState(offered, messages + 1, on.remote()), outcomes, ending);
            }
        });
    }

    private void ended(Session on, ParkedState state, List<Outcome> outcomes, Ending ending) {
        meter.observe(Metric.SMTP_CLIENT_DELIVERY_TIME, System.nanoTime() - start);
        // The next delivery, which the result may start, shall find the connection in the pool.
        if (ending == Ending.READY) {
            departure.leave(on, state);
        }
        result.complete(new DeliveryResult.Done(Refusals.judge(delivery.hop(), outcomes)));
        if (ending == Ending.NEEDS_RESET) {
            departure.resetAndLeave(on, state, this::release);
        } else {
            release();
        }
        if (ending == Ending.BROKEN) {
            on.abort();
        }
    }

    private void tryNext(Trouble trouble) {
        tries.useless(trouble);
        connectNext();
    }

    private void giveBack(String reason) {
        finish(new DeliveryResult.Returned(reason));
    }

    private void finish(DeliveryResult outcome) {
        result.complete(outcome);
        release();
    }

    private void release() {
        released.complete(null);
    }

    private final class AfterHello implements Hello.Listener {
        private final Session on;
        private final Target target;

        AfterHello(Session on, Target target) {
            this.on = on;
            this.target = target;
        }

        @Override
        public void ready(Capabilities offered) {
            meter.count(Metric.SMTP_CLIENT_GREETED_CONNECTIONS, on.protocol());
            on.begin(transaction(on, offered, 0, Attempt.this::tryNext));
        }

        @Override
        public void unusable(Trouble trouble, boolean retryInTheClear) {
            if (retryInTheClear && goesOn(null)) {
                connect(target, TlsPolicy.OFF);
            } else {
                tryNext(trouble);
            }
        }

        @Override
        public void authenticationRefused(Reply reply) {
            events.report(ClientEvent.AUTHENTICATION_REFUSED, on.remote(), credentials.orElseThrow(), reply);
        }
    }
}
