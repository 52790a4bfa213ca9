package org.waypost.admin.shell.directory;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.directory.Entry;
import org.waypost.directory.Search;

/** Searches the directory by a filter of RFC 4515. */
@Service
@Command(scope = "directory", name = "search", description = "Searches the directory by a filter of RFC 4515",
        detailedDescription = "Example: directory:search \"(mail=alice@example.com)\" mail proxyAddresses")
public final class DirectorySearch implements Action {
    @Reference
    private DirectoryAdmin admin;

    @Argument(index = 0, name = "filter", description = "Filter, such as (mailNickname=a*)", required = true)
    private String filter;

    @Argument(index = 1, name = "attributes", description = "Attributes to be shown; all if none is named", multiValued = true)
    private List<String> attributes = List.of();

    @Option(name = "--base", description = "DN to search below; the base of the role if none is given")
    private String base = "";

    @Option(name = "--role", description = "CONFIGURATION, DOMAIN or GLOBAL_CATALOG")
    private Search.Role role = Search.Role.DOMAIN;

    @Option(name = "--limit", description = "At most this many entries: 1 to 10000")
    private int limit = 100;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Search search = new Search(role, base, Search.Scope.SUBTREE, filter, Set.copyOf(attributes));
        List<Entry> entries = Refusal.orValue(admin.search(search, limit));
        if (json) {
            System.out.println(JsonText.of(DirectoryView.plain(entries)));
        } else {
            DirectoryView.entries(entries, limit, System.out);
        }
        return null;
    }
}
