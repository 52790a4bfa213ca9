package org.waypost.admin.component;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.DnsAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.core.DnsUseCases;
import org.waypost.admin.core.OwnHost;
import org.waypost.admin.doctor.Facts;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.DnsUpdate;

/** {@link DnsUseCases} as a service. */
@Component(service = DnsAdmin.class, immediate = true)
public final class DnsAdminComponent extends DnsUseCases {
    private static final Duration LOOKUPS = Duration.ofMinutes(1);

    @Activate
    public DnsAdminComponent(@Reference AdminEvents events, @Reference Configured configured, @Reference ServerAdmin servers) {
        super(Waits.gate("DNS service"), Waits.gate("DNS service"), () -> serversOf(configured),
                () -> own(new FactFinder(configured, servers).find()), events.log(), LOOKUPS);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDnsTrace(DnsTrace service) {
        gate().bind(service);
    }

    void unbindDnsTrace(DnsTrace service) {
        gate().unbind(service);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDnsUpdate(DnsUpdate service) {
        updates().bind(service);
    }

    void unbindDnsUpdate(DnsUpdate service) {
        updates().unbind(service);
    }

    private static OwnHost own(Facts facts) {
        List<String> names = facts.servers().stream().map(server -> server.hostName().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty()).distinct().toList();
        return new OwnHost(names, facts.addresses(), facts.domains());
    }

    private static Map<String, List<String>> serversOf(Configured configured) {
        Map<String, List<String>> servers = new HashMap<>();
        configured.instances("org.waypost.smtp.server").forEach(settings -> {
            List<String> own = Configured.texts(settings.get("externalDns"));
            if (!own.isEmpty()) {
                servers.put(Objects.requireNonNullElse(settings.get("name"), "default").toString().trim(), own);
            }
        });
        return servers;
    }
}
