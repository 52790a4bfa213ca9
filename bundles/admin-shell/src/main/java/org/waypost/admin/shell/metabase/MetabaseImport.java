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

/** Takes in a text that metabase:export wrote. */
@Service
@Command(scope = "metabase", name = "import", description = "Takes in a text that metabase:export wrote",
        detailedDescription = "Example: metabase:import smtp.txt")
public final class MetabaseImport implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(name = "file", description = "File to read; relative to the home", required = true)
    private String file;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.importText(TextFile.read(file)))));
        return null;
    }
}
