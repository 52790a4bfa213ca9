package org.waypost.module.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Declarative services. A component without its configuration waits for it, which is no problem. */
final class ScrComponents implements Components {
    private static final String CAUSE = "Caused by: ";

    private final BundleContext context;

    /** @param context of the system bundle, which stays */
    ScrComponents(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<String> problems(Bundle bundle) {
        ServiceReference<ServiceComponentRuntime> reference = context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
        if (runtime == null) {
            return List.of();
        }
        try {
            List<String> problems = new ArrayList<>();
            runtime.getComponentDescriptionDTOs(bundle).forEach(description -> runtime.getComponentConfigurationDTOs(description)
                    .forEach(configuration -> problems.addAll(problems(description, configuration))));
            return problems;
        } finally {
            context.ungetService(reference);
        }
    }

    private static List<String> problems(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> List.of("its component " + description.name + " misses "
                    + Arrays.stream(configuration.unsatisfiedReferences).map(missing -> missing.name).collect(Collectors.joining(", ")));
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> List.of("its component " + description.name + " does not come up: "
                    + root(configuration.failure));
            case ComponentConfigurationDTO.SATISFIED -> description.immediate
                    ? List.of("its component " + description.name + " does not come up") : List.of();
            default -> List.of();
        };
    }

    /** The runtime tells a stack trace, whose first line says only that a constructor or method failed. */
    static String root(String trace) {
        return trace.lines().filter(line -> line.startsWith(CAUSE)).reduce((one, deeper) -> deeper).map(line -> line.substring(CAUSE.length()))
                .or(() -> trace.lines().findFirst()).orElse("").strip();
    }
}
