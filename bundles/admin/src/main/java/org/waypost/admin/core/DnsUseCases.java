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
import org.waypost.dns.ServerAddress;
import org.waypost.event.EventLog;
import org.waypost.service.Gate;

/** Name lookups for people. */
public class DnsUseCases extends UseCases<DnsTrace> implements DnsAdmin {
    private final Supplier<Map<String, List<String>>> serversOf;

    /**
     * @param wait for all lookups of a trace, positive
     * @param serversOf the DNS servers of virtual servers that have their own
     */
    public DnsUseCases(Gate<DnsTrace> dns, Supplier<Map<String, List<String>>> serversOf, EventLog events, Duration wait) {
        super("The DNS service", dns, events, wait);
        this.serversOf = serversOf;
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
