package org.waypost.admin.shell.metabase;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.metabase.Metabase;

/** Lists the versions that can be gone back to, newest first. */
@Service
@Command(scope = "metabase", name = "history", description = "Lists the versions that can be gone back to, newest first",
        detailedDescription = "Example: metabase:history")
public final class MetabaseHistory implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        List<Metabase.Version> versions = Refusal.orValue(admin.history());
        if (json) {
            System.out.println(JsonText.of(versions));
        } else {
            MetabaseView.history(versions, System.out);
        }
        return null;
    }
}
