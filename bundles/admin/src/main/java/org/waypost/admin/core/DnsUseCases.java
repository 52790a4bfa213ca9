package org.waypost.admin.core;

import java.net.IDN;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.waypost.admin.Answer;
import org.waypost.admin.DnsAdmin;
import org.waypost.dns.DnsTrace;
import org.waypost.dns.DnsUpdate;
import org.waypost.dns.DnsUpdate.ZoneUpdate;
import org.waypost.dns.ServerAddress;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;

/** Name lookups for people. */
public class DnsUseCases extends UseCases<DnsTrace> implements DnsAdmin {
    private static final String SERVICE = "The DNS service";

    private final Supplier<Map<String, List<String>>> serversOf;
    private final Supplier<OwnHost> own;
    private final Gate<DnsUpdate> updates;
    private final Patience patience;

    /**
     * @param wait for all lookups of a trace, positive
     * @param serversOf the DNS servers of virtual servers that have their own
     * @param own what is registered where nothing is said
     */
    public DnsUseCases(Gate<DnsTrace> dns, Gate<DnsUpdate> updates, Supplier<Map<String, List<String>>> serversOf, Supplier<OwnHost> own,
            EventLog events, Duration wait) {
        super(SERVICE, dns, events, wait);
        this.updates = updates;
        this.serversOf = serversOf;
        this.own = own;
        patience = new Patience(SERVICE, wait);
    }

    @Override
    public Answer<DnsTrace.Trace> trace(String domain, Optional<String> server) {
        Optional<String> name = ascii(domain);
        if (name.isEmpty()) {
            return new Answer.Refused<>("\"" + domain + "\" is no domain name, which is like example.com. Nothing was looked up.");
        }
        return Answers.then(server.map(this::servers).orElse(new Answer.Ok<>(List.of())),
                servers -> ask(dns -> dns.trace(name.get(), servers), Answer.Ok::new));
    }

    @Override
    public Answer<List<ZoneUpdate>> register(Registration registration, boolean apply) {
        return Answers.then(new WantedRecords(own.get(), DnsUseCases::ascii).of(registration),
                wanted -> patience.await(updates.call(dns -> dns.update(wanted, apply)), this::recorded));
    }

    private Answer<List<ZoneUpdate>> recorded(List<ZoneUpdate> updates) {
        updates.stream().filter(update -> update.result() == DnsUpdate.Result.CHANGED).forEach(update ->
                events().changed(AdminEvent.DNS_CHANGED, told(update.removed()), told(update.added()), update.zone(), update.server()));
        return new Answer.Ok<>(updates);
    }

    private static String told(List<String> records) {
        return records.isEmpty() ? Audit.NOTHING : String.join(", ", records);
    }

    /** For the component, which binds the service. */
    protected Gate<DnsUpdate> updates() {
        return updates;
    }

    private Answer<List<String>> servers(String server) {
        List<String> own = serversOf.get().get(server);
        if (own == null && ServerAddress.find(server).isPresent()) {
            return new Answer.Ok<>(List.of(server));
        }
        return own != null ? new Answer.Ok<>(own) : Answer.Refused.unknown("\"" + server + "\" is neither the address of a DNS server nor a"
                + " virtual server with DNS servers of its own (its setting externalDns). Leave --server out to ask the"
                + " DNS servers of the DNS service.");
    }

    private static Optional<String> ascii(String domain) {
        try {
            String ascii = IDN.toASCII(domain.trim(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> name.matches("[a-z0-9_]([a-z0-9_.-]*[a-z0-9])?"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
