package org.waypost.categorize.lookup;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.topology.Server;

/**
 * The other servers of the organization, as far as routes lead to them: of none before there is a map with this server
 * and the other one. Any thread; returns at once.
 */
public final class Colleagues {
    /** The name in {@code waypost}, {@code cn=waypost,cn=Servers,...} or {@code /o=Example/.../cn=Servers/cn=waypost}. */
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(?:cn=)?([^/,=]+?)\\s*(?:,.*)?", Pattern.CASE_INSENSITIVE);
    private static final CompletionStage<Optional<String>> NONE = CompletableFuture.completedStage(Optional.empty());

    private final Inquiries inquiries;
    private volatile Map<String, String> names = Map.of();

    public Colleagues(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** Routes are by this map from now. */
    public void routed(OrganizationMap map) {
        names = map.groups().values().stream().flatMap(state -> state.group().servers().stream()).map(Server::name)
                .collect(Collectors.toUnmodifiableMap(Colleagues::key, name -> name, (one, same) -> one));
    }

    /** The name of the other server that an attribute of a recipient names, as the map has it. @param attribute its value */
    public CompletionStage<Optional<String>> named(Optional<String> attribute) {
        Map<String, String> now = names;
        Optional<String> known = now.isEmpty() ? Optional.empty() : attribute.flatMap(Colleagues::name).map(name -> now.get(key(name)));
        return known.isEmpty() ? NONE : inquiries.serverName()
                .thenApply(own -> known.filter(other -> now.containsKey(key(own)) && !other.equalsIgnoreCase(own)));
    }

    /** The name of a server in a value that names it by its DN or its legacy DN. */
    public static Optional<String> name(String text) {
        Matcher matcher = NAME.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
