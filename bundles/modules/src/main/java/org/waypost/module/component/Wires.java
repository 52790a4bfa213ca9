package org.waypost.module.component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.waypost.module.jar.ModuleJar.Need;
import org.waypost.module.jar.ModuleJar.Offer;
import org.waypost.module.jar.Version;
import org.waypost.module.jar.VersionRange;

/** Packages that bundles have from each other. */
final class Wires {
    private static final String PACKAGE = BundleRevision.PACKAGE_NAMESPACE;

    private Wires() {}

    static Stream<Offer> offers(Bundle bundle) {
        return wiring(bundle).stream().flatMap(wiring -> wiring.getCapabilities(PACKAGE).stream())
                .map(capability -> offer(capability.getAttributes()));
    }

    private static Optional<BundleWiring> wiring(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleWiring.class));
    }

    private static Offer offer(Map<String, Object> attributes) {
        return new Offer((String) attributes.get(PACKAGE),
                Optional.ofNullable(attributes.get("version")).flatMap(version -> Version.read(version.toString())).orElse(Version.NONE));
    }

    /** What others need of the bundle's packages. */
    static List<Need> needs(Bundle bundle) {
        return wiring(bundle).stream().flatMap(wiring -> wiring.getProvidedWires(PACKAGE).stream())
                .filter(wire -> wire.getRequirer().getBundle() != bundle && !isOptional(wire.getRequirement())).map(Wires::need).toList();
    }

    private static boolean isOptional(BundleRequirement requirement) {
        return !"mandatory".equals(requirement.getDirectives().getOrDefault("resolution", "mandatory"));
    }

    /** The filter of a requirement has its range in a form of its own; Felix keeps the header's text nowhere. */
    private static Need need(BundleWire wire) {
        String name = (String) wire.getCapability().getAttributes().get(PACKAGE);
        return new Need(name, FilterRange.of(wire.getRequirement().getDirectives().getOrDefault("filter", ""))
                .orElse(new VersionRange(Version.NONE, true, Optional.empty(), false)));
    }

    /** The bundle and all that start anew with it. */
    static Collection<Bundle> closure(Bundle system, Bundle bundle) {
        return system.adapt(FrameworkWiring.class).getDependencyClosure(List.of(bundle));
    }
}
