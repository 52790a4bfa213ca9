package org.waypost.admin.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.waypost.admin.core.ServiceBundles.One;

class FrameworkBundlesTest {
    private final List<String> done = new ArrayList<>();
    private final Bundle user = bundle("org.waypost.user", Bundle.ACTIVE, List.of(), List.of());
    private final Bundle idle = bundle("org.waypost.idle", Bundle.RESOLVED, List.of(), List.of());
    private final Bundle foreign = bundle("org.apache.karaf.scr", Bundle.ACTIVE, List.of(), List.of());
    private final Bundle lends = bundle("org.waypost.lends", Bundle.ACTIVE, List.of(), List.of(user));
    private final Bundle serves = bundle("org.waypost.serves", Bundle.ACTIVE, List.of(service("a.Service", user, idle, foreign)), List.of());
    private final Bundle speaks = bundle("org.waypost.speaks", Bundle.ACTIVE,
            List.of(service("org.waypost.connection.Protocol", user)), List.of());
    private final FrameworkBundles bundles = new FrameworkBundles(proxy(BundleContext.class,
            Map.of("getBundles", arguments -> new Bundle[] {user, idle, foreign, lends, serves, speaks})));

    @Test
    void whoUsesServicesOrClassesIsNamedUnlessItIsStoppedOrServesAProtocol() {
        assertEquals(List.of(new One("org.waypost.user", "STARTED", false, List.of()), new One("org.waypost.idle", "STOPPED", false, List.of()),
                new One("org.waypost.lends", "STARTED", false, List.of("org.waypost.user")),
                new One("org.waypost.serves", "STARTED", false, List.of("org.waypost.user")),
                new One("org.waypost.speaks", "STARTED", true, List.of())), bundles.all());
    }

    @Test
    void changesEndWithTheServer() throws Exception {
        bundles.stop("org.waypost.serves").toCompletableFuture().get(10, TimeUnit.SECONDS);
        bundles.start("org.waypost.idle").toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertEquals(List.of("stop org.waypost.serves " + Bundle.STOP_TRANSIENT,
                "start org.waypost.idle " + (Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY)), done);
    }

    private Bundle bundle(String name, int state, List<ServiceReference<?>> services, List<Bundle> importers) {
        List<BundleWire> wires = importers.stream().map(importer -> proxy(BundleWire.class, Map.of("getRequirer",
                arguments -> proxy(BundleRevision.class, Map.of("getBundle", none -> importer))))).toList();
        BundleWiring wiring = proxy(BundleWiring.class, Map.of("getProvidedWires", arguments -> wires));
        return proxy(Bundle.class, Map.of("getSymbolicName", arguments -> name, "getState", arguments -> state,
                "getHeaders", arguments -> new Hashtable<>(), "getRegisteredServices", arguments -> services.toArray(ServiceReference[]::new),
                "adapt", arguments -> wiring, "stop", arguments -> done.add("stop " + name + " " + arguments[0]),
                "start", arguments -> done.add("start " + name + " " + arguments[0])));
    }

    private static ServiceReference<?> service(String type, Bundle... users) {
        return proxy(ServiceReference.class, Map.of("getProperty", arguments -> new String[] {type}, "getUsingBundles", arguments -> users));
    }

    private static <T> T proxy(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            Object value = methods.get(method.getName()).apply(arguments);
            return method.getReturnType() == void.class ? null : value;
        }));
    }
}
