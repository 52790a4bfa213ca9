package org.waypost.rus.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waypost.directory.Entry;
import org.waypost.format.smtp.Parsed;
import org.waypost.policy.RecipientPolicies.Policy;
import org.waypost.rus.filter.FilterParser;
import org.waypost.rus.filter.LdapFilter;
import org.waypost.rus.template.AddressTemplate;
import org.waypost.rus.template.SmtpTemplate;
import org.waypost.rus.template.TemplateParser;

/** Reads one {@code msExchRecipientPolicy}. For one entry. */
public final class PolicyReader {
    /** What is read of a policy. */
    public static final Set<String> ATTRIBUTES = Set.of("objectClass", "cn", "purportedSearch", "msExchPolicyOrder", "gatewayProxy",
            "disabledGatewayProxy", "msExchNonAuthoritativeDomains");
    private static final String EVERYBODY = "(mailNickname=*)";

    private final Entry entry;
    private final List<String> faults = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    private PolicyReader(Entry entry) {
        this.entry = entry;
    }

    public static ReadPolicy read(Entry entry) {
        return new PolicyReader(entry).read();
    }

    private ReadPolicy read() {
        String name = entry.value("cn").orElse(entry.dn());
        int order = order();
        String filterText = entry.value("purportedSearch").orElse(EVERYBODY);
        Optional<LdapFilter> filter = filter(filterText);
        List<String> texts = entry.values("gatewayProxy").stream().filter(this::isInForce).toList();
        List<AddressTemplate> templates = templates(texts);
        Set<String> shared = shared();
        Set<String> authoritative = new LinkedHashSet<>();
        templates.forEach(template -> {
            if (template instanceof SmtpTemplate smtp && !shared.contains(smtp.domain())) {
                authoritative.add(smtp.domain());
            }
        });
        checkPrimaries(templates);
        Optional<String> fault = faults.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", faults));
        Policy view = new Policy(name, entry.dn(), order, filterText, texts, List.copyOf(authoritative), List.copyOf(shared), fault);
        Optional<RecipientPolicy> policy = filter.filter(read -> fault.isEmpty()).map(read -> new RecipientPolicy(name, order, read, templates));
        return new ReadPolicy(entry.id(), view, policy, ignored);
    }

    private int order() {
        Optional<String> text = entry.value("msExchPolicyOrder");
        try {
            return text.map(String::strip).map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        } catch (NumberFormatException e) {
            faults.add("msExchPolicyOrder \"" + text.orElseThrow() + "\" is no number");
            return Integer.MAX_VALUE - 1;
        }
    }

    private Optional<LdapFilter> filter(String text) {
        Parsed<LdapFilter> parsed = FilterParser.parse(text);
        if (parsed instanceof Parsed.Bad<LdapFilter> bad) {
            faults.add("purportedSearch \"" + text + "\": " + bad.reason());
            return Optional.empty();
        }
        return Optional.of(((Parsed.Ok<LdapFilter>) parsed).value());
    }

    private boolean isInForce(String template) {
        return entry.values("disabledGatewayProxy").stream().noneMatch(template::equalsIgnoreCase);
    }

    private List<AddressTemplate> templates(List<String> texts) {
        List<AddressTemplate> templates = new ArrayList<>();
        for (String text : texts) {
            Parsed<Optional<AddressTemplate>> parsed = TemplateParser.parse(text);
            if (parsed instanceof Parsed.Bad<Optional<AddressTemplate>> bad) {
                faults.add("gatewayProxy \"" + text + "\": " + bad.reason());
            } else if (parsed instanceof Parsed.Ok<Optional<AddressTemplate>> ok) {
                ok.value().ifPresentOrElse(templates::add, () -> ignored.add(text));
            }
        }
        return templates;
    }

    private Set<String> shared() {
        Set<String> domains = new LinkedHashSet<>();
        for (String text : entry.values("msExchNonAuthoritativeDomains")) {
            Parsed<String> parsed = TemplateParser.domain(text);
            if (parsed instanceof Parsed.Bad<String> bad) {
                faults.add("msExchNonAuthoritativeDomains: " + bad.reason());
            } else if (parsed instanceof Parsed.Ok<String> ok) {
                domains.add(ok.value());
            }
        }
        return domains;
    }

    private void checkPrimaries(List<AddressTemplate> templates) {
        for (String type : List.of("smtp", "x400")) {
            long primaries = templates.stream().filter(template -> template.isPrimary() && template.type().equals(type)).count();
            if (primaries > 1) {
                faults.add("gatewayProxy has " + primaries + " primary templates of type " + type.toUpperCase(Locale.ROOT));
            } else if (primaries == 0 && type.equals("smtp")) {
                faults.add("gatewayProxy has no primary template, such as SMTP:@example.com");
            }
        }
    }
}
