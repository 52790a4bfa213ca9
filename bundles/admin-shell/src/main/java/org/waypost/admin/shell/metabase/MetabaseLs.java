package org.waypost.admin.shell.metabase;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.metabase.KeyView;

/** Lists the keys just below a key. */
@Service
@Command(scope = "metabase", name = "ls", description = "Lists the keys just below a key",
        detailedDescription = "Example: metabase:ls /LM/SmtpSvc")
public final class MetabaseLs implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(index = 0, name = "key", description = "Metabase key, such as /LM/SmtpSvc")
    @Completion(MetabaseKeys.class)
    private String key = "/";

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        KeyView view = Refusal.orValue(admin.key(key));
        if (json) {
            System.out.println(JsonText.of(view.children().stream().map(name -> view.key().child(name).toString()).toList()));
        } else {
            MetabaseView.children(view, System.out);
        }
        return null;
    }
}
