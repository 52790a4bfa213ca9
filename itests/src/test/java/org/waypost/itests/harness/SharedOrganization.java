package org.waypost.itests.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that leave the people of the sample organization as they were one {@link OrganizationSite} with the embedded
 * directory: started by the first of them, closed when all test classes are done.
 */
public final class SharedOrganization implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OrganizationSite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(SharedOrganization.class))
                .getOrComputeIfAbsent(OrganizationSite.class, key -> started());
    }

    private static OrganizationSite started() {
        OrganizationSite site = OrganizationSite.embedded("organization");
        site.awaitStamped("alice");
        site.awaitStamped("bob");
        return site;
    }
}
