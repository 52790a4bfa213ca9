package org.waypost.admin.shell.metabase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;

/** Sets a property of a key, or takes it away. */
@Service
@Command(scope = "metabase", name = "set", description = "Sets a property of a key, or takes it away",
        detailedDescription = "Example: metabase:set /LM/SmtpSvc/default maxErrors 20")
public final class MetabaseSet implements Action {
    @Reference
    private MetabaseAdmin admin;

    @Argument(index = 0, name = "key", description = "Metabase key, such as /LM/SmtpSvc", required = true)
    @Completion(MetabaseKeys.class)
    private String key;

    @Argument(index = 1, name = "property", description = "Name of the property", required = true)
    private String property;

    @Argument(index = 2, name = "values", description = "Its value, or several of a list", multiValued = true)
    private List<String> values = List.of();

    @Option(name = "--until", description = "Override a property of the directory for so long: 90s, 30m, 2h, 1d")
    private String until;

    @Option(name = "--unset", description = "Take the property, or its override, away")
    private boolean unset;

    @Override
    public Object execute() throws Refusal {
        if (unset && !values.isEmpty()) {
            throw new Refusal("Either --unset or a value: both at once is not possible. Nothing was changed.");
        }
        Optional<Duration> override = Optional.ofNullable(until).flatMap(Text::length);
        if (until != null && override.isEmpty()) {
            throw new Refusal("\"" + until + "\" is no length of time, which is like 90s, 30m, 2h or 1d. Nothing was changed.");
        }
        System.out.println(Text.plain(Refusal.orValue(unset ? admin.unset(key, property)
                : admin.set(key, property, values, override))));
        return null;
    }
}
