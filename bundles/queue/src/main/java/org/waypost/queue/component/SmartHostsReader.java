package org.waypost.queue.component;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waypost.format.host.SmartHostFormat;
import org.waypost.queue.simple.SmartHosts;
import org.waypost.routing.NextHop;

/** Makes smart hosts of a configuration. A wrong route keeps all routes as they were, so that no mail goes astray. */
record SmartHostsReader(ConfigCheck check) {
    private static final String ALLOWED_ROUTES = "a list of DOMAIN=SMARTHOST or DOMAIN=SMARTHOST/CREDENTIALS, where SMARTHOST is "
            + SmartHostFormat.ALLOWED;

    SmartHosts read(RoutingConfig config, SmartHosts last) {
        return new SmartHosts(general(config, last), routes(config, last));
    }

    private Optional<NextHop> general(RoutingConfig config, SmartHosts last) {
        String text = config.smartHost().trim();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<NextHop> hop = SmartHostFormat.parse(text, config.smartHostCredentials().trim()).map(NextHop.class::cast);
        return hop.isPresent() ? hop : check.refuse("smartHost", text, SmartHostFormat.ALLOWED, last.general());
    }

    private Map<String, NextHop> routes(RoutingConfig config, SmartHosts last) {
        Map<String, NextHop> routes = new HashMap<>();
        for (String text : ConfigText.list(config.routes())) {
            int equals = text.indexOf('=');
            int slash = text.lastIndexOf('/');
            String host = text.substring(equals + 1, slash > equals ? slash : text.length());
            String credentials = slash > equals ? text.substring(slash + 1) : "";
            Optional<NextHop.SmartHost> hop = SmartHostFormat.parse(host.trim(), credentials.trim());
            if (equals < 1 || hop.isEmpty()) {
                return check.refuse("routes", text, ALLOWED_ROUTES, last.byDomain());
            }
            routes.put(text.substring(0, equals).trim().toLowerCase(Locale.ROOT), hop.get());
        }
        return routes;
    }
}
