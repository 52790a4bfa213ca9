package org.waypost.ds2mb.replica;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.waypost.ds2mb.mapping.Reading.OwnKey;
import org.waypost.ds2mb.mapping.Reading.Understood;
import org.waypost.ds2mb.mapping.VirtualServerMapping;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/**
 * Puts together what all objects stand for. Where several have a say the result depends on their names and values only,
 * never on the order in which they came.
 */
final class TargetBuilder {
    private static final String DOMAIN = "Domain";

    private final Assessment assessment;
    private final String base;
    private final SortedMap<Place, Owned> properties = new TreeMap<>();
    private final SortedMap<MetabaseKey, Set<UUID>> sources = new TreeMap<>();
    private final SortedMap<UUID, String> conflicts = new TreeMap<>();
    private final DomainTable domains = new DomainTable();
    private final RouteTable routes = new RouteTable();

    private TargetBuilder(Assessment assessment, String base) {
        this.assessment = assessment;
        this.base = base;
    }

    /** @param base of the configuration: owner of what several objects have a part in */
    static Target build(Assessment assessment, String base) {
        TargetBuilder builder = new TargetBuilder(assessment, base);
        builder.objects();
        builder.domains();
        builder.routing();
        return new Target(builder.properties, builder.sources, builder.conflicts);
    }

    /** In the order of their names, so that of two for one key it is always the same one that has it. */
    private void objects() {
        List<UUID> ordered = assessment.readings().keySet().stream()
                .sorted(Comparator.comparing((UUID id) -> dn(id).toLowerCase(Locale.ROOT)).thenComparing(id -> id)).toList();
        for (UUID id : ordered) {
            Understood understood = assessment.readings().get(id);
            if (understood.own().isPresent() && sources.containsKey(understood.own().get().key())) {
                UUID holder = sources.get(understood.own().get().key()).iterator().next();
                conflicts.put(id, "its key " + understood.own().get().key() + " is that of " + dn(holder));
            } else {
                understood.own().ifPresent(own -> own(id, own));
                understood.domains().forEach(claim -> domains.add(claim, id, dn(id)));
                understood.routes().forEach(route -> routes.add(route, id, dn(id)));
            }
        }
    }

    private void own(UUID id, OwnKey own) {
        sources.put(own.key(), Set.of(id));
        own.properties().forEach((property, value) -> properties.put(new Place(own.key(), property), Owned.by(dn(id), value)));
    }

    private void domains() {
        List<MetabaseKey> servers = sources.keySet().stream().filter(TargetBuilder::isVirtualServer).toList();
        for (MetabaseKey server : servers) {
            MetabaseKey parent = server.child(DOMAIN);
            domains.each((domain, claim) -> {
                MetabaseKey key = parent.child(domain);
                properties.put(new Place(key, "authoritative"), Owned.by(claim.dn(), new Value.Flag(claim.authoritative())));
                sources.put(key, claim.claimants());
            });
        }
        shared(Target.CATEGORIZER, "org.waypost.categorizer", domains.claimants());
        texts(Target.CATEGORIZER, "authoritativeDomains", domains.names(true), base);
        texts(Target.CATEGORIZER, "sharedDomains", domains.names(false), base);
    }

    private void routing() {
        if (routes.isEmpty()) {
            return;
        }
        shared(Target.ROUTING, "org.waypost.routing", routes.claimants());
        routes.general().ifPresent(route -> {
            text(Target.ROUTING, "smartHost", route.smartHost(), route.dn());
            route.credentials().ifPresent(name -> text(Target.ROUTING, "smartHostCredentials", name, route.dn()));
        });
        texts(Target.ROUTING, "routes", routes.single(), routes.owner().orElse(base));
    }

    /** Its type stays: local settings may stand there too. */
    private void shared(MetabaseKey key, String pid, Set<UUID> ids) {
        properties.put(new Place(key, Metabase.KEY_TYPE), new Owned(new Value.Text(pid), Optional.empty()));
        sources.put(key, new HashSet<>(ids));
    }

    private void text(MetabaseKey key, String property, String text, String owner) {
        properties.put(new Place(key, property), Owned.by(owner, new Value.Text(text)));
    }

    private void texts(MetabaseKey key, String property, TreeSet<String> texts, String owner) {
        if (!texts.isEmpty()) {
            properties.put(new Place(key, property), Owned.by(owner, new Value.Texts(List.copyOf(texts))));
        }
    }

    private String dn(UUID id) {
        return assessment.inForce(id).dn();
    }

    private static boolean isVirtualServer(MetabaseKey key) {
        return key.parent().filter(VirtualServerMapping.SERVICE::equals).isPresent();
    }
}
