package org.waypost.admin.component;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.waypost.admin.core.ServiceBundles;

/** Bundles of the framework, by the context of the system bundle: a change goes on when this bundle goes. */
final class FrameworkBundles implements ServiceBundles {
    private static final String PREFIX = "org.waypost.";
    private static final String PROTOCOL = "org.waypost.connection.Protocol";
    /** Who uses these serves them, and does without one. */
    private static final Set<String> SERVED = Set.of(PROTOCOL, "org.waypost.smtp.SmtpVerb");

    private final BundleContext system;

    FrameworkBundles(BundleContext system) {
        this.system = system;
    }

    @Override
    public List<One> all() {
        return ours().map(bundle -> new One(bundle.getSymbolicName(), state(bundle),
                services(bundle).anyMatch(service -> isOf(service, Set.of(PROTOCOL))), users(bundle))).toList();
    }

    private Stream<Bundle> ours() {
        return Arrays.stream(system.getBundles()).filter(FrameworkBundles::isOurs);
    }

    private static boolean isOurs(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(PREFIX)
                && bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "STARTED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            default -> "STOPPED";
        };
    }

    /** A stopped bundle still lends its classes, and nobody is stranded by its stop. */
    private static List<String> users(Bundle bundle) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return List.of();
        }
        Stream<Bundle> ofServices = services(bundle).filter(service -> !isOf(service, SERVED))
                .flatMap(service -> service.getUsingBundles() == null ? Stream.of() : Arrays.stream(service.getUsingBundles()));
        return Stream.concat(ofServices, ofClasses(bundle)).filter(user -> user != bundle && isOurs(user) && user.getState() == Bundle.ACTIVE)
                .map(Bundle::getSymbolicName).distinct().sorted().toList();
    }

    private static Stream<Bundle> ofClasses(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null ? Stream.of()
                : wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE).stream().map(wire -> wire.getRequirer().getBundle());
    }

    private static Stream<ServiceReference<?>> services(Bundle bundle) {
        return bundle.getRegisteredServices() == null ? Stream.of() : Arrays.stream(bundle.getRegisteredServices());
    }

    private static boolean isOf(ServiceReference<?> service, Set<String> classes) {
        return Arrays.stream((String[]) service.getProperty(Constants.OBJECTCLASS)).anyMatch(classes::contains);
    }

    @Override
    public CompletionStage<Void> start(String name) {
        return change(name, bundle -> bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY));
    }

    @Override
    public CompletionStage<Void> stop(String name) {
        return change(name, bundle -> bundle.stop(Bundle.STOP_TRANSIENT));
    }

    /** In a thread of its own: a stop waits for what goes on in the bundle, which may be the call for it. */
    private CompletionStage<Void> change(String name, Change change) {
        return CompletableFuture.runAsync(() -> ours().filter(bundle -> bundle.getSymbolicName().equals(name)).forEach(bundle -> {
            try {
                change.of(bundle);
            } catch (BundleException e) {
                throw new CompletionException(e);
            }
        }), task -> new Thread(task, "waypost-service-change").start());
    }

    private interface Change {
        void of(Bundle bundle) throws BundleException;
    }
}
