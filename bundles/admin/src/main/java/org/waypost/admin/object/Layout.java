package org.waypost.admin.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.waypost.admin.ObjectAdmin.Place;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.settings.Field;
import org.waypost.settings.Field.Option;
import org.waypost.settings.ObjectKind;

/** Servers, routing groups, and what stands below them. */
public final class Layout {
    /** The parent of what is below neither a server nor a routing group. */
    private static final String NOWHERE = "-";
    private static final String SERVER = "msExchExchangeServer";
    private static final String GROUP = "msExchRoutingGroup";

    private final List<Node> nodes;

    /** @param name of the entry; @param label its own name alone */
    private record Node(Entry entry, LdapName name, String label) {
        boolean isBelow(Node other) {
            return name.size() > other.name.size() && name.startsWith(other.name);
        }
    }

    private Layout(List<Node> nodes) {
        this.nodes = nodes;
    }

    /** Finds all that a layout is made of. */
    public static Search search() {
        List<String> classes = Stream.concat(Stream.of(SERVER, GROUP), Stream.of(ObjectKind.values()).map(ObjectKind::objectClass)).toList();
        return new Search(Search.Role.CONFIGURATION, "", Search.Scope.SUBTREE, Filter.anyOf("objectClass", classes), Set.of("objectClass"));
    }

    /** @param entries that were found, in any order; those without a name that is text are left out */
    public static Layout of(List<Entry> entries) {
        return new Layout(entries.stream().flatMap(entry -> name(entry.dn()).stream().map(name -> node(entry, name)))
                .sorted(Comparator.comparing(Node::label, String.CASE_INSENSITIVE_ORDER).thenComparing(node -> node.entry().dn())).toList());
    }

    private static Node node(Entry entry, LdapName name) {
        return new Node(entry, name, name.isEmpty() ? "" : name.getRdn(name.size() - 1).getValue().toString());
    }

    /** Empty if it cannot be read. */
    public static Optional<LdapName> name(String dn) {
        try {
            return Optional.of(new LdapName(dn));
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    /** By parent and name. */
    public List<Place> places(ObjectKind kind) {
        return ofClass(kind.objectClass()).map(this::place).sorted(Comparator.comparing(Place::toString, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** The DN of an object. Names compare without regard to case. */
    public Optional<String> find(ObjectKind kind, Place place) {
        return ofClass(kind.objectClass()).filter(node -> place(node).toString().equalsIgnoreCase(place.toString()))
                .map(node -> node.entry().dn()).findFirst();
    }

    /** The DN of a routing group. */
    public Optional<String> group(String name) {
        return parent(ObjectKind.SMTP_CONNECTOR, name);
    }

    /** Names of what objects of a kind stand below. */
    public List<String> parents(ObjectKind kind) {
        return ofClass(parentClass(kind)).map(Node::label).distinct().toList();
    }

    /** The DN of one of {@link #parents}. */
    public Optional<String> parent(ObjectKind kind, String name) {
        return ofClass(parentClass(kind)).filter(node -> node.label().equalsIgnoreCase(name)).map(node -> node.entry().dn()).findFirst();
    }

    private static String parentClass(ObjectKind kind) {
        return kind.isConnector() ? GROUP : SERVER;
    }

    /** The other objects of a kind with the same parent. */
    public List<Place> besides(ObjectKind kind, Place place) {
        return places(kind).stream().filter(other -> other.parent().equalsIgnoreCase(place.parent())
                && !other.name().equalsIgnoreCase(place.name())).toList();
    }

    /** The id of the server that a DN is, or is below. */
    public Optional<UUID> server(String dn) {
        return name(dn).flatMap(name -> ofClass(SERVER).filter(node -> name.startsWith(node.name())).map(node -> node.entry().id()).findFirst());
    }

    /** The id of a routing group by its DN. */
    public Optional<UUID> groupId(String dn) {
        return name(dn).flatMap(name -> ofClass(GROUP).filter(node -> node.name().equals(name)).map(node -> node.entry().id()).findFirst());
    }

    /** The field with what may be chosen, if that is something of here. */
    public Field withOptions(Field field) {
        return switch (field.type()) {
            case GROUP -> field.with(ofClass(GROUP).map(node -> new Option(node.entry().dn(), node.label())).toList());
            case SERVER -> field.with(Stream.concat(ofClass(SERVER).map(node -> new Option(node.entry().dn(), node.label())),
                    ofClass(ObjectKind.VIRTUAL_SERVER.objectClass()).map(node -> new Option(node.entry().dn(), place(node).toString()))).toList());
            case TEXT, NUMBER, FLAG, SENDER -> field;
        };
    }

    private Stream<Node> ofClass(String objectClass) {
        return nodes.stream().filter(node -> node.entry().isA(objectClass));
    }

    private Place place(Node node) {
        List<Node> above = new ArrayList<>(nodes.stream().filter(node::isBelow)
                .filter(each -> each.entry().isA(SERVER) || each.entry().isA(GROUP)).toList());
        above.sort(Comparator.comparingInt(each -> each.name().size()));
        return new Place(above.isEmpty() ? NOWHERE : above.get(above.size() - 1).label(), node.label());
    }
}
