package org.waypost.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waypost.http.account.Accounts;
import org.waypost.http.json.Json;
import org.waypost.http.resource.AllRoutes;

/** The table as it is dispatched by. */
final class DescribedRoutes {
    private DescribedRoutes() {
    }

    /** {@code get /api/v1/queues} and so on. */
    static Set<String> all(Rig rig) {
        Accounts accounts = new Accounts(rig.folder.resolve("other"), (user, password) -> Optional.empty(),
                () -> HttpSettings.DEFAULT, new Json(), rig.events, rig.clock);
        return AllRoutes.of(rig.admins, accounts, rig.events, rig.clock).routes().stream()
                .map(route -> route.method().toLowerCase(Locale.ROOT) + " " + route.path().text()).collect(Collectors.toCollection(TreeSet::new));
    }
}
