package org.waypost.admin.shell.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.waypost.admin.EventLogAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;
import org.waypost.event.EventQuery;
import org.waypost.event.EventType.Severity;

/** Lists logged events, newest first. */
@Service
@Command(scope = "event", name = "list", description = "Lists logged events, newest first",
        detailedDescription = "Example: event:list --source Queue --severity WARNING --since 1h --limit 20")
public final class EventList implements Action {
    @Reference
    private EventLogAdmin admin;

    @Option(name = "--source", description = "Only of this source, such as SMTP")
    @Completion(EventSources.class)
    private String source;

    @Option(name = "--category", description = "Only of this category")
    private String category;

    @Option(name = "--severity", description = "Only so bad or worse: ERROR, WARNING or INFORMATION")
    @Completion(value = StringsCompleter.class, values = {"ERROR", "WARNING", "INFORMATION"})
    private String severity;

    @Option(name = "--id", description = "Only with this id: 1 to 65535")
    private Integer id;

    @Option(name = "--text", description = "Only with this in the text, in any case")
    private String text;

    @Option(name = "--object", description = "Only about this object, the first parameter of the text")
    private String object;

    @Option(name = "--since", description = "Only of the last: 90s, 30m, 2h, 1d")
    private String since;

    @Option(name = "--limit", description = "At most this many: 1 to 10000")
    private int limit = 50;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        EventView.list(Refusal.orValue(admin.list(query())), json, System.out);
        return null;
    }

    private EventQuery query() throws Refusal {
        if (limit < 1 || limit > EventQuery.MOST) {
            throw new Refusal("--limit is " + limit + "; allowed are 1 to " + EventQuery.MOST + ".");
        }
        EventQuery query = EventQuery.newest(limit);
        query = source == null ? query : query.source(source);
        query = category == null ? query : query.category(category);
        query = severity == null ? query : query.atLeast(severity(severity));
        query = id == null ? query : query.id(id);
        query = text == null ? query : query.text(text);
        query = object == null ? query : query.object(object);
        return since == null ? query : query.between(Instant.now().minus(length(since)), Instant.MAX);
    }

    static Severity severity(String word) throws Refusal {
        String name = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(Severity.values()).filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refusal("\"" + word + "\" is no severity; allowed are ERROR, WARNING and INFORMATION."));
    }

    private static Duration length(String text) throws Refusal {
        return Text.length(text).orElseThrow(() ->
                new Refusal("\"" + text + "\" is no length of time, which is like 90s, 30m, 2h or 1d."));
    }
}
