package org.waypost.admin.shell.metabase;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Refusal;

/** Shows each change below a key as it happens, until Ctrl-C. */
@Service
@Command(scope = "metabase", name = "watch", description = "Shows each change below a key as it happens, until Ctrl-C",
        detailedDescription = "Example: metabase:watch --count 1 /LM/SmtpSvc")
public final class MetabaseWatch implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(index = 0, name = "key", description = "Metabase key, such as /LM/SmtpSvc", required = true)
    @Completion(MetabaseKeys.class)
    private String key;

    @Option(name = "--count", description = "End after so many changed keys")
    private int count = Integer.MAX_VALUE;

    @Option(name = "--json", description = "A line of JSON for each changed key")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        ChangePrinter printer = new ChangePrinter(json, System.out);
        try (MetabaseAdmin.Watching watching = Refusal.orValue(admin.watch(key, printer::changed))) {
            printer.print(count);
        }
        return null;
    }
}
