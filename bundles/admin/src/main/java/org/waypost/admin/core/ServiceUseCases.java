package org.waypost.admin.core;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waypost.admin.Answer;
import org.waypost.admin.ServiceAdmin;
import org.waypost.connection.ListenerStatus;
import org.waypost.connection.Listeners;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;

/** Virtual servers, protocols, the console and all other bundles as services, for people. */
public class ServiceUseCases extends UseCases<Listeners> implements ServiceAdmin {
    private static final String PREFIX = "org.waypost.";
    /** They show what others do: without it they say so, and no mail waits for them. */
    private static final Set<String> ON_LOOKERS = Set.of("admin", "admin-shell", "http-api", "metrics", "web-console");
    /** What no bundle can tell. */
    private static final Map<String, List<String>> BY_HTTP = Map.of("http-api", List.of("web-console"));

    private final ServiceBundles bundles;
    private final Patience changing;

    /**
     * @param wait for the transport, positive
     * @param changing how long a bundle may take to start or stop, positive
     */
    public ServiceUseCases(Gate<Listeners> listeners, ServiceBundles bundles, EventLog events, Duration wait, Duration changing) {
        super("The transport", listeners, events, wait);
        this.bundles = bundles;
        this.changing = new Patience("The service", changing);
    }

    @Override
    public Answer<List<Service>> services() {
        Stream<Service> servers = listeners().stream().map(l -> new Service(l.name(), Kind.VIRTUAL_SERVER, l.state().name(), List.of()));
        return new Answer.Ok<>(Stream.concat(servers, bundles.all().stream().map(ServiceUseCases::service))
                .sorted(Comparator.comparing(Service::kind).thenComparing(Service::name)).toList());
    }

    /** None while the transport is away: the others are shown all the same. */
    private List<ListenerStatus> listeners() {
        Answer<List<ListenerStatus>> answer = look(Listeners::list);
        return answer instanceof Answer.Ok<List<ListenerStatus>> ok ? ok.value() : List.of();
    }

    private static Service service(ServiceBundles.One bundle) {
        String name = brief(bundle.name());
        boolean onLooker = ON_LOOKERS.contains(name);
        Kind kind = onLooker ? Kind.ADMINISTRATION : bundle.protocol() ? Kind.PROTOCOL : Kind.MODULE;
        Stream<String> users = bundle.users().stream().map(ServiceUseCases::brief).filter(user -> onLooker || !ON_LOOKERS.contains(user));
        Stream<String> byHttp = bundle.state().equals("STARTED") ? BY_HTTP.getOrDefault(name, List.of()).stream() : Stream.of();
        return new Service(name, kind, bundle.state(), Stream.concat(users, byHttp).distinct().sorted().toList());
    }

    private static String brief(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    @Override
    public Answer<String> start(String service) {
        return find(service, found -> isListener(found) ? listener(found, Listeners::start, AdminEvent.SERVICE_STARTED, "started")
                : bundle(found, bundles::start, AdminEvent.SERVICE_STARTED, "started"));
    }

    @Override
    public Answer<String> stop(String service) {
        return find(service, found -> isListener(found) ? listener(found, Listeners::stop, AdminEvent.SERVICE_STOPPED, "stopped")
                : !found.dependents().isEmpty() ? new Answer.Refused<>(found.name() + " was not stopped: without it "
                        + String.join(", ", found.dependents()) + " would be stranded. Stop these first.")
                : bundle(found, bundles::stop, AdminEvent.SERVICE_STOPPED, "stopped"));
    }

    @Override
    public Answer<String> pause(String service) {
        return find(service, found -> isListener(found) ? listener(found, Listeners::pause, AdminEvent.SERVICE_PAUSED, "paused")
                : new Answer.Refused<>(found.name() + " was not paused: only virtual servers can be. service:stop stops it."));
    }

    private static boolean isListener(Service service) {
        return service.kind() == Kind.VIRTUAL_SERVER;
    }

    /** A virtual server may have the name of a bundle, which then is found by its whole name. */
    private Answer<String> find(String name, Function<Service, Answer<String>> then) {
        List<Service> all = ((Answer.Ok<List<Service>>) services()).value();
        Optional<Service> exact = all.stream().filter(service -> service.name().equals(name)).findFirst();
        return exact.or(() -> all.stream().filter(service -> !isListener(service) && name.equals(PREFIX + service.name())).findFirst())
                .map(then).orElseGet(() -> unknown(name));
    }

    private static Answer<String> unknown(String name) {
        return Answer.Refused.unknown("There is no service " + name + "; service:list shows all.");
    }

    private Answer<String> listener(Service service, BiPredicate<Listeners, String> change, AdminEvent event, String done) {
        return ask(listeners -> CompletableFuture.completedStage(change.test(listeners, service.name())),
                there -> there ? recorded(service, event, done) : unknown(service.name()));
    }

    private Answer<String> bundle(Service service, Function<String, CompletionStage<Void>> change, AdminEvent event, String done) {
        return changing.await(change.apply(PREFIX + service.name()).thenApply(nothing -> service), s -> recorded(s, event, done));
    }

    private Answer<String> recorded(Service service, AdminEvent event, String done) {
        events().changed(event, service.state(), done.toUpperCase(Locale.ROOT), service.name());
        return new Answer.Ok<>(service.name() + " is " + done + "; before it was " + service.state().toLowerCase(Locale.ROOT) + ".");
    }
}
