package org.waypost.metabase.component;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A Configuration Admin of a test, as far as the hand-over uses it; what is done to it is written down. */
final class MemoryConfigurations {
    private final Map<String, Dictionary<?, ?>> stored = new TreeMap<>();
    private final List<String> done = new ArrayList<>();

    ConfigurationAdmin admin() {
        return (ConfigurationAdmin) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ConfigurationAdmin.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConfiguration" -> configuration((String) arguments[0]);
                    case "getFactoryConfiguration" -> configuration(arguments[0] + "~" + arguments[1]);
                    case "listConfigurations" -> stored.keySet().stream()
                            .filter(pid -> stored.get(pid).get(Configurations.KEY) != null)
                            .map(this::configuration).toArray(Configuration[]::new);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    Map<String, Dictionary<?, ?>> stored() {
        return stored;
    }

    /** What was done since the last call. */
    List<String> done() {
        List<String> since = List.copyOf(done);
        done.clear();
        return since;
    }

    private Configuration configuration(String pid) {
        return (Configuration) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getPid" -> pid;
                    case "getProperties" -> stored.get(pid);
                    case "update" -> {
                        done.add("update " + pid);
                        stored.put(pid, (Dictionary<?, ?>) arguments[0]);
                        yield null;
                    }
                    case "delete" -> {
                        done.add("delete " + pid);
                        stored.remove(pid);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
