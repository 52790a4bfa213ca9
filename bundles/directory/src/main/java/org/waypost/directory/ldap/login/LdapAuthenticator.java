package org.waypost.directory.ldap.login;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.directory.api.ldap.model.name.Dn;
import org.waypost.authentication.Authentication;
import org.waypost.authentication.Authenticator;
import org.waypost.directory.Directory;
import org.waypost.directory.Entry;
import org.waypost.directory.Filter;
import org.waypost.directory.Search;
import org.waypost.directory.Search.Role;
import org.waypost.directory.Search.Scope;
import org.waypost.directory.ldap.Causes;

/** The service {@link Authenticator}: the one entry the name fits is bound as. */
final class LdapAuthenticator implements Authenticator {
    private static final Set<String> ATTRIBUTES = Set.of("proxyAddresses", "mail", "uid", "sAMAccountName");
    private static final String SMTP = "smtp:";

    private final Directory directory;
    private final UserBinds binds;
    private final ProvenUsers proven;

    LdapAuthenticator(Directory directory, UserBinds binds, ProvenUsers proven) {
        this.directory = directory;
        this.binds = binds;
        this.proven = proven;
    }

    @Override
    public CompletionStage<Authentication> authenticate(String user, char[] password) {
        // A bind with an empty password is an anonymous one, to which servers say yes (RFC 4513 5.1.2).
        if (user.isBlank() || password.length == 0) {
            return CompletableFuture.completedStage(new Authentication.Denied());
        }
        byte[] secret = bytes(password);
        Optional<Authentication.Accepted> known = proven.find(user, secret);
        if (known.isPresent()) {
            Arrays.fill(secret, (byte) 0);
            return CompletableFuture.completedStage(known.get());
        }
        return candidates(user).thenCompose(found -> found.size() == 1 ? bind(user, found.get(0), secret)
                        : CompletableFuture.<Authentication>completedStage(new Authentication.Denied()))
                .exceptionally(failure -> new Authentication.Unavailable(Causes.text(failure)))
                .whenComplete((result, failure) -> Arrays.fill(secret, (byte) 0));
    }

    private CompletionStage<Authentication> bind(String user, Entry entry, byte[] secret) {
        return binds.bind(entry.dn(), secret).thenApply(believed -> {
            if (!believed) {
                return new Authentication.Denied();
            }
            Authentication.Accepted accepted = new Authentication.Accepted(name(entry), addresses(entry));
            proven.add(user, secret, accepted);
            return accepted;
        });
    }

    private CompletionStage<List<Entry>> candidates(String user) {
        if (user.indexOf('=') > 0 && Dn.isValid(user)) {
            return directory.read(Role.GLOBAL_CATALOG, user, ATTRIBUTES).thenApply(found -> found.stream().toList());
        }
        String filter = user.indexOf('@') > 0
                ? "(|" + Filter.equal("proxyAddresses", SMTP + user) + Filter.equal("mail", user) + Filter.equal("uid", user)
                        + Filter.equal("userPrincipalName", user) + ")"
                : "(|" + Filter.equal("uid", user) + Filter.equal("sAMAccountName", user) + ")";
        return directory.search(new Search(Role.GLOBAL_CATALOG, "", Scope.SUBTREE, filter, ATTRIBUTES), 2);
    }

    private static String name(Entry entry) {
        return entry.value("uid").or(() -> entry.value("sAMAccountName")).orElse(entry.dn());
    }

    private static Set<String> addresses(Entry entry) {
        Set<String> addresses = new LinkedHashSet<>();
        entry.values("proxyAddresses").stream().filter(value -> value.regionMatches(true, 0, SMTP, 0, SMTP.length()))
                .map(value -> value.substring(SMTP.length())).forEach(address -> addresses.add(lowerDomain(address)));
        entry.values("mail").forEach(address -> addresses.add(lowerDomain(address)));
        return addresses;
    }

    private static String lowerDomain(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
