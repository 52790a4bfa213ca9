package org.waypost.ds2mb.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.ldap.LdapName;
import org.waypost.directory.Entry;
import org.waypost.ds2mb.mapping.Reading.DomainClaim;
import org.waypost.ds2mb.mapping.Reading.Understood;

/**
 * A recipient policy makes this organization responsible for the domains of those of its SMTP templates that are in
 * force, alone unless the domain is named as one that is shared.
 */
public final class PolicyMapping implements ObjectMapping {
    private static final String TEMPLATES = "gatewayProxy";
    private static final String DISABLED = "disabledGatewayProxy";
    private static final String SHARED = "msExchNonAuthoritativeDomains";
    private static final String SMTP = "smtp:";

    @Override
    public String objectClass() {
        return "msExchRecipientPolicy";
    }

    @Override
    public Set<String> attributes() {
        return Set.of(TEMPLATES, DISABLED, SHARED);
    }

    @Override
    public Understood read(Entry entry, LdapName name, Surroundings surroundings) {
        Set<String> notInForce = entry.values(DISABLED).stream().map(String::strip).collect(Collectors.toSet());
        Set<String> inForce = domains(TEMPLATES, entry.values(TEMPLATES).stream().filter(template -> !notInForce.contains(template.strip())));
        Set<String> shared = domains(SHARED, entry.values(SHARED).stream().map(PolicyMapping::asTemplate));
        Set<String> disabled = new HashSet<>(domains(DISABLED, notInForce.stream()));
        disabled.removeAll(inForce);
        TreeMap<String, Boolean> claims = new TreeMap<>();
        inForce.forEach(domain -> claims.put(domain, !shared.contains(domain)));
        shared.stream().filter(domain -> !disabled.contains(domain)).forEach(domain -> claims.put(domain, false));
        List<DomainClaim> found = claims.entrySet().stream().map(claim -> new DomainClaim(claim.getKey(), claim.getValue())).toList();
        return new Understood(Optional.empty(), found, List.of());
    }

    /** Of SMTP templates; others have none. */
    private static Set<String> domains(String attribute, Stream<String> templates) {
        return templates.map(String::strip).filter(template -> template.regionMatches(true, 0, SMTP, 0, SMTP.length()))
                .map(template -> domain(attribute, template)).collect(Collectors.toSet());
    }

    private static String domain(String attribute, String template) {
        int at = template.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException(attribute + ": \"" + template + "\" has no domain");
        }
        return Domains.required(attribute + " " + template, template.substring(at + 1));
    }

    /** A domain may stand there as it is. */
    private static String asTemplate(String value) {
        return value.contains("@") ? value : SMTP + "@" + value.strip();
    }
}
