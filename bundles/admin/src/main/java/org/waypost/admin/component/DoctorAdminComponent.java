package org.waypost.admin.component;

import java.time.Duration;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.waypost.admin.DoctorAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.doctor.DoctorUseCases;
import org.waypost.dns.Dns;
import org.waypost.service.Gate;

/** {@link DoctorUseCases} as a service. */
@Component(service = DoctorAdmin.class, immediate = true)
public final class DoctorAdminComponent extends DoctorUseCases {
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final Gate<Dns> dns;

    @Activate
    public DoctorAdminComponent(@Reference Configured configured, @Reference ServerAdmin servers) {
        this(new FactFinder(configured, servers), Waits.gate("DNS service"));
    }

    private DoctorAdminComponent(FactFinder facts, Gate<Dns> dns) {
        super(facts::find, dns, InstantSource.system(), LIMIT);
        this.dns = dns;
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindDns(Dns service) {
        dns.bind(service);
    }

    void unbindDns(Dns service) {
        dns.unbind(service);
    }
}
