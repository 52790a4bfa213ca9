package org.waypost.module.component;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.waypost.module.engine.Platform;
import org.waypost.module.jar.Fit;

/**
 * Bundles of the framework. Works by the context of the system bundle, so it goes on working while this bundle is
 * itself the one that is replaced.
 */
final class FrameworkPlatform implements Platform {
    private static final String PREFIX = "org.waypost.";

    private final Bundle system;
    private final BundleContext context;
    private final Components components;

    /** @param components says which of a bundle's components do not work */
    FrameworkPlatform(BundleContext systemContext, Components components) {
        this.context = systemContext;
        this.system = systemContext.getBundle();
        this.components = components;
    }

    @Override
    public List<Installed> installed() {
        return Arrays.stream(context.getBundles()).filter(FrameworkPlatform::isOurs).map(bundle -> new Installed(bundle.getSymbolicName(),
                bundle.getVersion().toString(), state(bundle), Instant.ofEpochMilli(bundle.getLastModified()))).toList();
    }

    private static boolean isOurs(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(PREFIX) && !isFragment(bundle);
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.INSTALLED -> "INSTALLED";
            default -> "UNINSTALLED";
        };
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst()
                .orElseThrow(() -> new IllegalStateException("no bundle " + name));
    }

    @Override
    public Fit fit(String name) {
        Bundle bundle = bundle(name);
        List<Bundle> others = Arrays.stream(context.getBundles()).filter(other -> other != bundle).toList();
        return new Fit(others.stream().flatMap(Wires::offers).toList(), Wires.needs(bundle));
    }

    @Override
    public List<String> users(String name) {
        Bundle bundle = bundle(name);
        return Wires.closure(system, bundle).stream().filter(user -> user != bundle).map(Bundle::getSymbolicName).sorted().toList();
    }

    @Override
    public InputStream jar(String name) throws IOException {
        Bundle bundle = bundle(name);
        Path cached = CachedJar.of(context, bundle.getBundleId());
        return cached == null ? new URL(bundle.getLocation()).openStream() : Files.newInputStream(cached);
    }

    @Override
    public void swap(String name, Path jar) throws SwapException {
        Bundle bundle = bundle(name);
        try (InputStream content = Files.newInputStream(jar)) {
            bundle.stop(Bundle.STOP_TRANSIENT);
            boolean used = !users(name).isEmpty();
            bundle.update(content);
            if (used) {
                refresh(bundle);
            }
            if (shouldRun(bundle)) {
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            }
        } catch (BundleException | IOException | RuntimeException e) {
            throw new SwapException(clause(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SwapException("its start was interrupted", e);
        }
    }

    private static String clause(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == e ? "it does not start (" + e.getMessage() + ")" : "it does not start, since it throws " + root;
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        system.adapt(FrameworkWiring.class).refreshBundles(List.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        done.await();
    }

    private boolean shouldRun(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level.isPersistentlyStarted() && level.getStartLevel() <= system.adapt(FrameworkStartLevel.class).getStartLevel();
    }

    @Override
    public List<String> problems(String name) {
        Bundle bundle = bundle(name);
        if (!shouldRun(bundle)) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING) {
            problems.add("it is not active but " + state(bundle));
        }
        problems.addAll(components.problems(bundle));
        return problems;
    }
}
