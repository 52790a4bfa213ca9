package org.waypost.admin.doctor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.DoctorAdmin;
import org.waypost.dns.Dns;
import org.waypost.service.Gate;

/** {@link DoctorAdmin} over the facts of the moment. */
public class DoctorUseCases implements DoctorAdmin {
    private static final int SMTP_PORT = 25;

    private final Supplier<Facts> facts;
    private final Gate<Dns> dns;
    private final InstantSource clock;
    private final Doctor doctor;

    /** @param limit of each check, positive */
    public DoctorUseCases(Supplier<Facts> facts, Gate<Dns> dns, InstantSource clock, Duration limit) {
        this.facts = facts;
        this.dns = dns;
        this.clock = clock;
        doctor = new Doctor(limit);
    }

    @Override
    public Answer<List<Finding>> examine(Consumer<Finding> progress) {
        return new Answer.Ok<>(doctor.examine(checks(facts.get()), progress));
    }

    private List<Check> checks(Facts now) {
        Names names = new Names(dns);
        return List.of(new ReceivingCheck(now, names, Greeting.onPort(SMTP_PORT)), new HostNameCheck(now, names), new DnsServersCheck(now, names), new PtrCheck(now, names),
                new CertificateCheck(now, clock), new DiskCheck(DiskCheck.Space.of(now.data())), new ClockCheck(now, clock), new SecretsCheck(now),
                new RelayCheck(now));
    }
}
