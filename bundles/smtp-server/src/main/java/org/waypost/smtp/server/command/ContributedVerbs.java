package org.waypost.smtp.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.waypost.smtp.SmtpVerb;
import org.waypost.smtp.server.session.CommandTable;
import org.waypost.smtp.server.session.Requirement;
import org.waypost.smtp.server.session.Verbs;

/** The verbs that are there now, each a service of another bundle. Any thread. */
public final class ContributedVerbs implements Verbs {
    private final Map<String, SmtpVerb> verbs = new ConcurrentSkipListMap<>();

    public void bind(SmtpVerb verb) {
        verbs.put(verb.verb(), verb);
    }

    public void unbind(SmtpVerb verb) {
        verbs.remove(verb.verb(), verb);
    }

    @Override
    public List<String> names() {
        return verbs.isEmpty() ? List.of() : List.copyOf(verbs.keySet());
    }

    @Override
    public List<String> keywords() {
        return verbs.values().stream().flatMap(verb -> verb.keyword().stream()).toList();
    }

    @Override
    public Optional<CommandTable.Row> find(String verb) {
        return Optional.ofNullable(verbs.get(verb))
                .map(found -> new CommandTable.Row(verb, requirements(found), true, new Contributed(found)));
    }

    private static List<Requirement> requirements(SmtpVerb verb) {
        List<Requirement> requirements = new ArrayList<>();
        requirements.add(Requirement.TLS_IF_DEMANDED);
        verb.requires().stream().sorted().map(ContributedVerbs::requirement).forEach(requirements::add);
        return requirements;
    }

    private static Requirement requirement(SmtpVerb.Requirement requirement) {
        return switch (requirement) {
            case HELLO -> Requirement.HELLO;
            case TLS -> Requirement.TLS;
            case AUTHENTICATION -> Requirement.AUTHENTICATION;
            case SERVER -> Requirement.SERVER;
            case NO_TRANSACTION -> Requirement.NO_TRANSACTION;
        };
    }
}
