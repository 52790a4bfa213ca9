package org.waypost.admin.component;

import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The configurations as they are in force; no other bundle sees its class. Any thread. */
@Component(service = Configured.class)
public final class Configured {
    private final ConfigurationAdmin configurations;

    @Activate
    public Configured(@Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /** Values of a list or of one text with commas; empty if it is not set. */
    List<String> list(String pid, String key) {
        return all("(service.pid=" + pid + ")").stream().flatMap(properties -> texts(properties.get(key)).stream()).toList();
    }

    /** A list may come as one text. */
    static List<String> texts(Object value) {
        Stream<String> texts = value instanceof String[] several ? Arrays.stream(several) : Stream.ofNullable(value).map(Object::toString);
        return texts.flatMap(text -> Arrays.stream(text.split(","))).map(String::trim).filter(text -> !text.isEmpty()).toList();
    }

    /** Of each configuration of a factory. */
    List<Dictionary<String, Object>> instances(String factory) {
        return all("(service.factoryPid=" + factory + ")");
    }

    private List<Dictionary<String, Object>> all(String filter) {
        try {
            Configuration[] found = configurations.listConfigurations(filter);
            return found == null ? List.of() : Arrays.stream(found).map(Configuration::getProperties).filter(p -> p != null).toList();
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("The configurations cannot be read: " + e, e);
        }
    }
}
