package org.waypost.queue.component;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.waypost.event.EventLog;
import org.waypost.event.LateEventLog;
import org.waypost.mail.Address;
import org.waypost.mail.Message;
import org.waypost.queue.simple.SimpleRouter;
import org.waypost.queue.simple.SmartHosts;
import org.waypost.queue.simple.StandIn;
import org.waypost.routing.Router;

/** The router that stands in until a better one comes. A change of its configuration reaches the queue as a change of the service. */
@Component(immediate = true, configurationPid = RouterComponent.PID, property = "service.ranking:Integer=-100")
@Designate(ocd = RoutingConfig.class)
public final class RouterComponent implements Router {
    static final String PID = "org.waypost.routing";

    private final LateEventLog events = new LateEventLog();
    private final SmartHostsReader reader = new SmartHostsReader(new ConfigCheck(PID, events));
    private final StandIn router = new StandIn(new SimpleRouter(this::smartHosts), InstantSource.system());
    private volatile SmartHosts smartHosts = new SmartHosts(Optional.empty(), Map.of());

    @Activate
    public RouterComponent(RoutingConfig config) {
        modified(config);
    }

    @Modified
    void modified(RoutingConfig config) {
        smartHosts = reader.read(config, smartHosts);
    }

    /** The router by the organization's map; its property is what tells it from this one. */
    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY, target = "(waypost.map=*)")
    void bindMapRouter(Router better) {
        router.better(better);
    }

    void unbindMapRouter(Router better) {
        router.betterGone(better);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEventLog(EventLog log) {
        events.bind(log);
    }

    void unbindEventLog(EventLog log) {
        events.unbind(log);
    }

    @Override
    public CompletionStage<Route> route(Message message, Address recipient, Optional<String> server) {
        return router.route(message, recipient, server);
    }

    private SmartHosts smartHosts() {
        return smartHosts;
    }
}
