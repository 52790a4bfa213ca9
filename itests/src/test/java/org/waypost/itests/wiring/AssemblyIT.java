package org.waypost.itests.wiring;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.bundle.core.BundleService;
import org.apache.karaf.bundle.core.BundleState;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The assembly is whole, and a bundle that is replaced drags no other along. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class AssemblyIT {
    private static final Set<String> REPLACEABLE = Set.of("smtp-server", "smtp-client", "spool", "queue", "dns",
            "delivery-maildir", "eventlog", "admin", "admin-shell", "metabase", "directory", "directory-embedded",
            "directory-to-metabase", "recipient-policy", "categorizer", "link-state", "routing", "tracking", "http-api", "modules",
            "web-console", "metrics");

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Inject
    private BundleService bundles;

    @Inject
    private ServiceComponentRuntime components;

    @Configuration
    public Option[] configuration() {
        return AssemblyOptions.all();
    }

    @Test
    public void everyFeatureIsInstalled() throws Exception {
        List<String> missing = Stream.of(features.listFeatures()).filter(feature -> feature.getName().startsWith("waypost"))
                .filter(feature -> !features.isInstalled(feature)).map(Feature::getName).toList();
        assertEquals(List.of(), missing);
        assertTrue(Stream.of(features.listInstalledFeatures()).anyMatch(feature -> feature.getName().equals("waypost")));
    }

    @Test
    public void everyBundleIsActiveAndNoneHasADiagnosis() {
        awaitNone(this::ill);
    }

    @Test
    public void everyComponentOfWaypostIsSatisfied() {
        awaitNone(this::unsatisfied);
        assertTrue("no component found", ours().count() >= REPLACEABLE.size() - 1);
    }

    @Test
    public void replacingABundleReactivatesNoComponentOfAnother() throws BundleException {
        awaitNone(this::ill);
        awaitNone(this::unsatisfied);
        for (String name : REPLACEABLE) {
            Bundle replaced = bundle(name);
            Map<String, Long> before = othersThan(replaced);
            replaced.update();
            awaitNone(this::ill);
            awaitNone(this::unsatisfied);
            assertEquals("after replacing " + name, before, othersThan(replaced));
        }
    }

    private List<String> ill() {
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
                .map(bundles::getInfo).filter(info -> info.getState() != BundleState.Active)
                .map(info -> info.getSymbolicName() + " " + info.getState()).toList();
    }

    private List<String> unsatisfied() {
        List<String> troubles = new ArrayList<>(withoutComponents());
        ours().filter(description -> !isUnwanted(description) && !isUp(description)).map(description -> description.name).forEach(troubles::add);
        return troubles;
    }

    /** One that comes with its configuration only, which the home does not have: recipients in files, beside a directory. */
    private boolean isUnwanted(ComponentDescriptionDTO description) {
        return description.configurationPolicy.equals("require") && List.of(description.configurationPid).contains("org.waypost.recipients");
    }

    private boolean isUp(ComponentDescriptionDTO description) {
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(description);
        return !configurations.isEmpty() && configurations.stream().allMatch(configuration ->
                (configuration.state == ComponentConfigurationDTO.ACTIVE || configuration.state == ComponentConfigurationDTO.SATISFIED)
                        && (configuration.service != null || description.serviceInterfaces.length == 0));
    }

    /** Bundles whose turn to start has not come yet: the transport is the last. */
    private List<String> withoutComponents() {
        Set<Long> known = ours().map(description -> description.bundle.id).collect(Collectors.toSet());
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getSymbolicName().startsWith("org.waypost."))
                .filter(bundle -> bundle.getHeaders().get("Service-Component") != null && !known.contains(bundle.getBundleId()))
                .map(bundle -> bundle.getSymbolicName() + " has not started").toList();
    }

    /** Component name and configuration to the id of its registered service, which a reactivation changes. */
    private Map<String, Long> othersThan(Bundle replaced) {
        return ours().filter(description -> description.bundle.id != replaced.getBundleId())
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
                .filter(configuration -> configuration.service != null)
                .collect(Collectors.toMap(
                        configuration -> configuration.description.name + " " + configuration.properties.get("service.pid"),
                        configuration -> configuration.service.id, (a, b) -> a, TreeMap::new));
    }

    private Stream<ComponentDescriptionDTO> ours() {
        return components.getComponentDescriptionDTOs().stream()
                .filter(description -> description.bundle.symbolicName.startsWith("org.waypost."));
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles()).filter(bundle -> ("org.waypost." + name).equals(bundle.getSymbolicName()))
                .findFirst().orElseThrow();
    }

    private static void awaitNone(Supplier<List<String>> troubles) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!troubles.get().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertEquals(List.of(), troubles.get());
    }
}
