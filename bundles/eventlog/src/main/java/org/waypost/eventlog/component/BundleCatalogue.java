package org.waypost.eventlog.component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.waypost.event.EventType;
import org.waypost.event.EventViewer.CataloguedEvent;

/**
 * The event types of all bundles: enums in classes named {@code ...Event}. Nothing is kept, since what is kept of a
 * class keeps its bundle from going.
 */
final class BundleCatalogue {
    private static final Comparator<CataloguedEvent> ORDER =
            Comparator.comparing(CataloguedEvent::source).thenComparing(CataloguedEvent::id);
    private static final String SUFFIX = ".class";

    private final BundleContext context;

    BundleCatalogue(BundleContext context) {
        this.context = Objects.requireNonNull(context);
    }

    List<CataloguedEvent> read() {
        List<CataloguedEvent> known = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && wiring.getClassLoader() != null && String.valueOf(bundle.getSymbolicName()).startsWith("org.waypost.")) {
                types(wiring).map(CataloguedEvent::of).forEach(known::add);
            }
        }
        return known.stream().distinct().sorted(ORDER).toList();
    }

    private static Stream<EventType> types(BundleWiring wiring) {
        Collection<String> names = wiring.listResources("org/waypost", "*Event" + SUFFIX,
                BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
        return names.stream().flatMap(name -> types(wiring.getClassLoader(), name));
    }

    private static Stream<EventType> types(ClassLoader loader, String resource) {
        try {
            Class<?> type = loader.loadClass(resource.substring(0, resource.length() - SUFFIX.length()).replace('/', '.'));
            return type.isEnum() && EventType.class.isAssignableFrom(type)
                    ? Stream.of(type.getEnumConstants()).map(EventType.class::cast) : Stream.of();
        } catch (ClassNotFoundException | LinkageError e) {
            // Its bundle is just going, or lacks what that class needs: then it cannot report events either.
            return Stream.of();
        }
    }
}
