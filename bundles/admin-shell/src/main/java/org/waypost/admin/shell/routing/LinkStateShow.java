package org.waypost.admin.shell.routing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.LinkStateAdmin;
import org.waypost.admin.RouteAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;
import org.waypost.admin.shell.TextFile;
import org.waypost.linkstate.LinkStateStatus;
import org.waypost.linkstate.OrganizationMap;

/** Shows routing groups, masters, versions, members, and which connectors are up. */
@Service
@Command(scope = "linkstate", name = "show",
        description = "Shows routing groups, masters, versions, members, and which connectors are up",
        detailedDescription = "Example: linkstate:show --save map.txt")
public final class LinkStateShow implements Action {
    @Reference
    private LinkStateAdmin admin;

    @Reference
    private RouteAdmin routes;

    @Option(name = "--save", description = "Also write the map to this file, which must not be there; relative to the home")
    private String save;

    @Option(name = "--map", description = "Show this file, which --save wrote, instead of the present state; relative to the home")
    private String map;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        if (save != null && map != null) {
            throw new Refusal("Either --save or --map: what is in a file already is not saved again.");
        }
        Optional<LinkStateStatus> status = map == null ? Optional.of(Refusal.orValue(admin.status())) : Optional.empty();
        OrganizationMap shown = map == null ? Refusal.orValue(admin.map()) : MapFile.read(admin, map).orElseThrow();
        LinkStateJson all = LinkStateJson.of(status, shown, Refusal.orValue(routes.connectors(Optional.of(shown))));
        Optional<Path> saved = save == null ? Optional.empty()
                : Optional.of(TextFile.create(save, Refusal.orValue(admin.write(shown))));
        if (json) {
            System.out.println(JsonText.of(all));
        } else {
            new LinkStateView(Instant.now()).show(all, System.out);
            saved.ifPresent(file -> System.out.println(Text.plain("Wrote the map to " + file + ".")));
        }
        return null;
    }
}
