package org.waypost.admin.shell.metabase;

import java.util.Optional;
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

/** Shows the properties in force at a key: where each is from, and who has the say. */
@Service
@Command(scope = "metabase", name = "get", description = "Shows the properties in force at a key: where each is from, and who has the say",
        detailedDescription = "Example: metabase:get /LM/SmtpSvc/default maxMessageSize")
public final class MetabaseGet implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(index = 0, name = "key", description = "Metabase key, such as /LM/SmtpSvc", required = true)
    @Completion(MetabaseKeys.class)
    private String key;

    @Argument(index = 1, name = "property", description = "Only this one")
    private String property;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        KeyView view = Refusal.orValue(admin.key(key));
        if (json) {
            System.out.println(JsonText.of(MetabaseView.shown(view, Optional.ofNullable(property))));
        } else {
            MetabaseView.properties(view, Optional.ofNullable(property), System.out);
        }
        return null;
    }
}
