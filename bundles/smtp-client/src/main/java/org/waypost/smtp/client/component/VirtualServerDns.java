package org.waypost.smtp.client.component;

import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The DNS servers of virtual servers. They are read from the configurations of the virtual servers rather than asked of
 * them: while the SMTP service is replaced, their mail must not be looked up elsewhere.
 */
@Component(service = {VirtualServerDns.class, ConfigurationListener.class})
public final class VirtualServerDns implements ConfigurationListener {
    private static final String FACTORY = "org.waypost.smtp.server";

    private final ConfigurationAdmin configurations;
    private volatile Map<String, List<String>> servers = Map.of();

    @Activate
    public VirtualServerDns(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        read();
    }

    /** Those of a virtual server; empty if it has none of its own. */
    List<String> of(String virtualServer) {
        return servers.getOrDefault(virtualServer, List.of());
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (FACTORY.equals(event.getFactoryPid())) {
            read();
        }
    }

    private synchronized void read() {
        Map<String, List<String>> found = new HashMap<>();
        for (Configuration each : all()) {
            Dictionary<String, Object> settings = each.getProperties();
            if (settings != null && settings.get("externalDns") != null) {
                Object name = settings.get("name");
                found.put(name == null ? "default" : name.toString().trim(), texts(settings.get("externalDns")));
            }
        }
        servers = Map.copyOf(found);
    }

    private List<Configuration> all() {
        try {
            Configuration[] found = configurations.listConfigurations("(service.factoryPid=" + FACTORY + ")");
            return found == null ? List.of() : Arrays.asList(found);
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("The configurations of the virtual servers cannot be read: " + e, e);
        }
    }

    private static List<String> texts(Object value) {
        return ConfigText.list(value instanceof String[] several ? several : new String[] {value.toString()});
    }
}
