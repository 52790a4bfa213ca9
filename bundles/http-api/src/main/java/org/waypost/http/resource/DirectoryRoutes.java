package org.waypost.http.resource;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;
import org.waypost.http.account.Role;
import org.waypost.http.route.Call;
import org.waypost.http.route.Parameter;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** The directory and its replication to the metabase. */
record DirectoryRoutes(Late<DirectoryAdmin> admin, Late<ReplicationAdmin> replication, Tasks tasks) {
    private static final int MOST_ENTRIES = 10_000;
    private static final int USUAL_ENTRIES = 100;
    /** Nobody is shown them, whatever the directory lets this server read. */
    private static final Set<String> SECRETS = Set.of("userpassword", "unicodepwd");

    List<Route> routes() {
        return List.of(
                Route.get("/directory", "Shows the directory's servers and their states.",
                        call -> Reply.of(admin.ask(DirectoryAdmin::status))),
                Route.get("/directory/search", "Searches the directory.", this::search,
                        Parameter.query("filter", "RFC 4515, such as (mailNickname=a*)").mandatory(),
                        Parameter.query("role", "DOMAIN if it is not given").oneOf(Search.Role.values()),
                        Parameter.query("base", "DN to search below; else the base of the role"),
                        Parameter.query("scope", "SUBTREE if it is not given").oneOf(Search.Scope.values()),
                        Parameter.query("attribute", "Attributes to be shown; else all").texts(),
                        Parameter.query("limit", "Entries at most; 100 if it is not given").number(1, MOST_ENTRIES)),
                Route.get("/replication", "Tells how far the directory is replicated to the metabase (DS2MB).",
                        call -> Reply.of(replication.ask(ReplicationAdmin::status))),
                Route.post(Role.OPERATE, "/replication/resync", "Begins to compare everything again.",
                        call -> tasks.begin("compare the configuration with the directory", call.user(),
                                replication.ask(ReplicationAdmin::resync))));
    }

    private Reply search(Call call) {
        Search search = new Search(call.choice("role", Search.Role.class, Search.Role.DOMAIN), call.optionalText("base").orElse(""),
                call.choice("scope", Search.Scope.class, Search.Scope.SUBTREE), call.text("filter"),
                new TreeSet<>(call.texts("attribute")));
        return Reply.of(admin.ask(a -> a.search(search, (int) call.number("limit", USUAL_ENTRIES))),
                entries -> entries.stream().map(DirectoryRoutes::withoutSecrets).toList());
    }

    private static Entry withoutSecrets(Entry entry) {
        TreeMap<String, List<String>> shown = new TreeMap<>(entry.attributes());
        shown.keySet().removeIf(name -> SECRETS.contains(name.toLowerCase(Locale.ROOT).split(";")[0]));
        return new Entry(entry.dn(), entry.id(), shown);
    }
}
