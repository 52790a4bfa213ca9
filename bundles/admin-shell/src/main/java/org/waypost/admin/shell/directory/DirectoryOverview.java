package org.waypost.admin.shell.directory;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.Refusal;

/** Shows how this server sees the directory: bases, watches, cache. */
@Service
@Command(scope = "directory", name = "status", description = "Shows how this server sees the directory: bases, watches, cache",
        detailedDescription = "Example: directory:status")
public final class DirectoryOverview implements Action {
    @Reference
    private DirectoryAdmin admin;

    @Override
    public Object execute() throws Refusal {
        DirectoryView.overview(Refusal.orValue(admin.status()), System.out);
        return null;
    }
}
