package org.waypost.directory.ldap;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.directory.api.ldap.model.entry.Attribute;
import org.apache.directory.api.ldap.model.entry.Entry;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.ldap.client.api.LdapConnectionConfig;

/** Opens connections: TCP, TLS, bind. Waits; for threads of its caller. */
final class Connector {
    private static final String[] ROOT_DSE = {"supportedControl", "supportedFeatures", "supportedCapabilities", "vendorName",
            "dsServiceName", "structuralObjectClass", "objectClass", "configContext"};
    private static final String ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800";

    private final ConnectionSettings settings;
    private final Trust trust;
    private final Bind bind;

    Connector(ConnectionSettings settings) {
        this.settings = settings;
        trust = new Trust(settings.trust());
        bind = new OwnBind(settings.credentials());
    }

    /** Connected, secured, bound as ourselves. */
    Connection open(ServerUrl url) throws LdapException {
        return open(url, bind, Connection::new);
    }

    /** The same, of another kind. */
    <C extends Connection> C open(ServerUrl url, Function<LdapConnectionConfig, C> kind) throws LdapException {
        return open(url, bind, kind);
    }

    /** Connected, secured, bound as somebody else. */
    Connection open(ServerUrl url, Bind as) throws LdapException {
        return open(url, as, Connection::new);
    }

    private <C extends Connection> C open(ServerUrl url, Bind as, Function<LdapConnectionConfig, C> kind) throws LdapException {
        C connection = kind.apply(config(url));
        boolean ready = false;
        try {
            connection.connect();
            if (settings.startTls() && !url.tls()) {
                connection.startTls();
            }
            as.bind(connection);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    RootDse identify(ServerUrl url, Connection connection) throws LdapException {
        Entry root = connection.getRootDse(ROOT_DSE);
        if (root == null) {
            throw new LdapException("the server gives no root DSE");
        }
        Set<String> announced = new HashSet<>(texts(root, "supportedControl"));
        announced.addAll(texts(root, "supportedFeatures"));
        announced.addAll(texts(root, "supportedCapabilities"));
        ServerKind kind = kind(root, announced);
        return new RootDse(kind, invocationId(root, connection).orElse(url.toString()), announced);
    }

    private LdapConnectionConfig config(ServerUrl url) throws LdapException {
        LdapConnectionConfig config = new LdapConnectionConfig();
        config.setLdapHost(url.host());
        config.setLdapPort(url.port());
        config.setUseSsl(url.tls());
        config.setConnectTimeout(settings.connectTimeout().toMillis());
        config.setTimeout(settings.requestTimeout().toMillis());
        config.setBinaryAttributeDetector(attribute -> true);
        config.setEnabledProtocols("TLSv1.2", "TLSv1.3");
        if (url.tls() || settings.startTls()) {
            config.setTrustManagers(trust.manager(url.host()));
        }
        return config;
    }

    private static ServerKind kind(Entry root, Set<String> announced) {
        if (announced.contains(ACTIVE_DIRECTORY)) {
            return ServerKind.ACTIVE_DIRECTORY;
        }
        if (texts(root, "objectClass").contains("OpenLDAProotDSE") || texts(root, "structuralObjectClass").contains("OpenLDAProotDSE")) {
            return ServerKind.OPENLDAP;
        }
        boolean apache = texts(root, "vendorName").stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("apache"));
        return apache ? ServerKind.APACHEDS : ServerKind.OTHER;
    }

    private static Optional<String> invocationId(Entry root, Connection connection) throws LdapException {
        Optional<String> settingsObject = texts(root, "dsServiceName").stream().findFirst();
        if (settingsObject.isEmpty()) {
            return Optional.empty();
        }
        Entry ntds = connection.lookup(settingsObject.get(), "invocationId");
        return ntds == null || ntds.get("invocationId") == null ? Optional.empty()
                : Entries.guid(ntds.get("invocationId").get().getBytes()).map(Object::toString);
    }

    private static Set<String> texts(Entry entry, String name) {
        Attribute attribute = entry.get(name);
        return attribute == null ? Set.of() : Set.copyOf(Entries.texts(attribute));
    }
}
