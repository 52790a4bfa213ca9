package org.waypost.admin.shell.metabase;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Refusal;

/** Lists the versions that can be gone back to, newest first. */
@Service
@Command(scope = "metabase", name = "history", description = "Lists the versions that can be gone back to, newest first",
        detailedDescription = "Example: metabase:history")
public final class MetabaseHistory implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Override
    public Object execute() throws Refusal {
        MetabaseView.history(Refusal.orValue(admin.history()), System.out);
        return null;
    }
}
