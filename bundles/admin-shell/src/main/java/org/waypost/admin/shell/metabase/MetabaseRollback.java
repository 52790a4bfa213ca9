package org.waypost.admin.shell.metabase;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Makes local properties what they were in a version. */
@Service
@Command(scope = "metabase", name = "rollback", description = "Makes local properties what they were in a version",
        detailedDescription = "Example: metabase:rollback 41")
public final class MetabaseRollback implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(name = "version", description = "Version, as metabase:history shows it", required = true)
    private long version;

    @Override
    public Object execute() throws Refusal {
        System.out.println(Text.plain(Refusal.orValue(admin.rollback(version))));
        return null;
    }
}
