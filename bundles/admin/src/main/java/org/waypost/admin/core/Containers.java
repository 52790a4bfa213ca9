package org.waypost.admin.core;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.naming.ldap.LdapName;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.admin.object.Layout;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;
import org.waypost.settings.ObjectKind;

/** Where new objects stand below their server or routing group. */
record Containers(ObjectDesk desk) {
    private static final String CLASS = "msExchContainer";

    /** @param missing DNs that must be made first, in that order */
    record Container(String dn, List<String> missing) {
        Container {
            missing = List.copyOf(missing);
        }
    }

    /** Beside those that there are; else where Exchange has them. @param parent DN of the server or routing group */
    Answer<Container> find(ObjectKind kind, Place place, String parent) {
        return kind.isConnector() ? connectors(parent) : new Answer.Ok<>(virtualServers(place, parent));
    }

    private Answer<Container> connectors(String group) {
        String filter = "(|" + Filter.equal("objectClass", "msExchConnectors") + Filter.equal("cn", "Connections") + ")";
        Search search = new Search(Role.CONFIGURATION, group, Search.Scope.ONE_LEVEL, filter, Set.of("cn"));
        return desk.cases().ask(directory -> directory.search(search, 1),
                found -> new Answer.Ok<>(new Container(found.stream().findFirst().map(Entry::dn).orElse(group), List.of())));
    }

    private Container virtualServers(Place place, String server) {
        String protocols = "cn=Protocols," + server;
        String smtp = "cn=SMTP," + protocols;
        Layout layout = desk.layout();
        return layout.besides(ObjectKind.VIRTUAL_SERVER, place).stream().flatMap(other -> layout.find(ObjectKind.VIRTUAL_SERVER, other).stream())
                .flatMap(dn -> Layout.name(dn).stream()).findFirst().map(Containers::above)
                .orElseGet(() -> new Container(smtp, List.of(protocols, smtp)));
    }

    private static Container above(LdapName name) {
        return new Container(name.getPrefix(name.size() - 1).toString(), List.of());
    }

    /** What is missing, unless somebody else made it. */
    Answer<Boolean> make(Container container) {
        Answer<Boolean> made = new Answer.Ok<>(true);
        for (String dn : container.missing()) {
            made = Answers.then(made, before -> make(dn));
        }
        return made;
    }

    private Answer<Boolean> make(String dn) {
        String name = dn.substring("cn=".length(), dn.indexOf(','));
        DirectoryWrite add = new DirectoryWrite.Add(dn, Map.of("objectClass", List.of(CLASS), "cn", List.of(name)));
        return desk.cases().ask(directory -> directory.write(Role.CONFIGURATION, add), result -> result instanceof WriteResult.Refused refused
                ? new Answer.Refused<>("The directory does not let the container " + dn + " be made: " + refused.reason() + ".")
                : new Answer.Ok<>(true));
    }
}
