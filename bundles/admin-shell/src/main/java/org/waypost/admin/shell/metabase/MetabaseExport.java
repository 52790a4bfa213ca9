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
import org.waypost.admin.shell.TextFile;

/** Writes a key and all below it as text, without secrets. */
@Service
@Command(scope = "metabase", name = "export", description = "Writes a key and all below it as text, without secrets",
        detailedDescription = "Example: metabase:export --file smtp.txt /LM/SmtpSvc")
public final class MetabaseExport implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(index = 0, name = "key", description = "Metabase key, such as /LM/SmtpSvc", required = true)
    @Completion(MetabaseKeys.class)
    private String key;

    @Option(name = "--file", description = "Write to this file, which must not be there; relative to the home")
    private String file;

    @Override
    public Object execute() throws Refusal {
        String text = Refusal.orValue(admin.export(key));
        if (file == null) {
            System.out.print(text);
        } else {
            System.out.println("Wrote " + key + " to " + TextFile.create(file, text) + ".");
        }
        return null;
    }
}
