package org.waypost.admin.component;

import java.io.IOException;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** A value as it is, with its commas; empty if it is not set. */
    Optional<String> text(String pid, String key) {
        return all("(service.pid=" + pid + ")").stream().map(properties -> properties.get(key)).filter(Objects::nonNull).map(Object::toString)
                .findFirst();
    }

    /** Changes one value in force, until its file says all of them anew. Nothing if there is no such configuration. */
    void set(String pid, String key, String value) {
        for (Configuration configuration : found("(service.pid=" + pid + ")")) {
            try {
                Dictionary<String, Object> properties = configuration.getProperties();
                properties.put(key, value);
                configuration.update(properties);
            } catch (IOException e) {
                throw new IllegalStateException("The configuration " + pid + " cannot be changed: " + e, e);
            }
        }
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
        return found(filter).stream().map(Configuration::getProperties).filter(Objects::nonNull).toList();
    }

    private List<Configuration> found(String filter) {
        try {
            Configuration[] found = configurations.listConfigurations(filter);
            return found == null ? List.of() : List.of(found);
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException("The configurations cannot be read: " + e, e);
        }
    }
}
