package org.waypost.rus.lease;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.naming.ldap.Rdn;
import org.waypost.directory.Directory;
import org.waypost.directory.DirectoryWrite;
import org.waypost.directory.Entry;
import org.waypost.directory.Search.Role;
import org.waypost.directory.WriteResult;

/** Where reservations are kept, and the lease among them; made when it is needed first. Any thread. */
public final class Container {
    private static final String NAME = "Address Reservations";
    private static final String OWNER = "waypostOwner";

    private final Directory directory;
    private final String dn;

    /** @param organization the DN below which it lies */
    public Container(Directory directory, String organization) {
        this.directory = directory;
        this.dn = "cn=" + NAME + "," + organization;
    }

    public String dn() {
        return dn;
    }

    /** Of two who add one name, the directory lets one. */
    public CompletionStage<WriteResult> add(String name, String owner) {
        DirectoryWrite add = new DirectoryWrite.Add(dn(name), Map.of("objectClass", List.of("waypostAddressReservation"),
                "cn", List.of(name), OWNER, List.of(owner)));
        // A server may refuse it just because the container is not there yet.
        return directory.write(Role.CONFIGURATION, add).thenCompose(result -> result instanceof WriteResult.Refused
                ? make().thenCompose(made -> directory.write(Role.CONFIGURATION, add)) : CompletableFuture.completedStage(result));
    }

    public CompletionStage<Optional<Entry>> read(String name, Set<String> attributes) {
        return directory.read(Role.CONFIGURATION, dn(name), attributes);
    }

    /** Of several who change it on one condition, the directory lets one, if each writes something else than what was there. */
    public CompletionStage<WriteResult> change(String name, String before, String after) {
        List<String> expected = before.isEmpty() ? List.of() : List.of(before);
        return directory.write(Role.CONFIGURATION, new DirectoryWrite.Replace(dn(name), Map.of(OWNER, List.of(after)),
                Optional.of(new DirectoryWrite.Assertion(OWNER, expected))));
    }

    private CompletionStage<WriteResult> make() {
        return directory.write(Role.CONFIGURATION, new DirectoryWrite.Add(dn,
                Map.of("objectClass", List.of("msExchContainer"), "cn", List.of(NAME))));
    }

    private String dn(String name) {
        return "cn=" + Rdn.escapeValue(name) + "," + dn;
    }
}
