package org.waypost.admin.shell.metabase;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;
import org.waypost.admin.shell.TextFile;

/** Copies the whole metabase, secrets too, to a new folder. */
@Service
@Command(scope = "metabase", name = "backup", description = "Copies the whole metabase, secrets too, to a new folder",
        detailedDescription = "Example: metabase:backup backup/metabase")
public final class MetabaseBackup implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(name = "folder", description = "Folder to be made; relative to the home", required = true)
    private String folder;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.backup(TextFile.place(folder)))));
        return null;
    }
}
