package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.admin.Answer;
import org.waypost.directory.Entry;
import org.waypost.directory.Recipients;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.service.Gate;
import org.waypost.topology.Server;

/** The servers of recipients by their entries; forwarding is not followed. */
final class HomeServers {
    /** The name in {@code waypost}, {@code cn=waypost,cn=Servers,...} or {@code /o=Example/.../cn=Servers/cn=waypost}. */
    private static final Pattern NAME = Pattern.compile("(?:.*/)?(?:cn=)?([^/,=]+?)\\s*(?:,.*)?", Pattern.CASE_INSENSITIVE);

    private final Gate<Recipients> recipients;
    private final Patience patience;

    HomeServers(Gate<Recipients> recipients, Duration wait) {
        this.recipients = recipients;
        this.patience = new Patience("The directory access", wait);
    }

    /** The name of a server of the map; empty if the directory has no such recipient, or there is no directory. */
    Answer<Optional<String>> of(Address recipient, OrganizationMap map) {
        return recipients.isOpen() ? patience.await(recipients.call(known -> known.byAddress("smtp:" + recipient)),
                found -> new Answer.Ok<>(named(found, map))) : new Answer.Ok<>(Optional.empty());
    }

    private static Optional<String> named(List<Entry> found, OrganizationMap map) {
        return found.size() == 1 ? found.get(0).value("msExchHomeServerName").flatMap(HomeServers::name).flatMap(map::server)
                .map(Server::name) : Optional.empty();
    }

    private static Optional<String> name(String value) {
        Matcher matcher = NAME.matcher(value.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
