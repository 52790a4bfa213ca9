package org.waypost.admin.shell.directory;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Shows how this server sees the directory: bases, watches, cache. */
@Service
@Command(scope = "directory", name = "status", description = "Shows how this server sees the directory: bases, watches, cache",
        detailedDescription = "Example: directory:status")
public final class DirectoryOverview implements Action {
    @Reference
    private DirectoryAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        DirectoryAdmin.Overview overview = Refusal.orValue(admin.status());
        if (json) {
            System.out.println(JsonText.of(overview));
        } else {
            DirectoryView.overview(overview, System.out);
        }
        return null;
    }
}
