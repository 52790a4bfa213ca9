package org.waypost.admin.shell.lockdown;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.waypost.admin.Answer;
import org.waypost.admin.LockdownAdmin;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.LockdownAdmin.Request;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;

/** Lists what listens, closes what is not needed, and brings it back. */
@Service
@Command(scope = "waypost", name = "lockdown", description = "Lists what listens, closes what is not needed, and brings it back",
        detailedDescription = "Example: waypost:lockdown --apply shell")
public final class LockdownCommand implements Action {
    @Reference
    private LockdownAdmin admin;

    @Reference
    private Session session;

    @Argument(name = "names", description = "What to close, as the list names it; without any, all that is better closed", multiValued = true)
    @Completion(LockdownNames.class)
    private List<String> names = new ArrayList<>();

    @Option(name = "--apply", description = "Close it: at once, and for all starts to come")
    private boolean apply;

    @Option(name = "--dry-run", description = "Say what --apply would do")
    private boolean dryRun;

    @Option(name = "--undo", description = "Bring back all that --apply has closed")
    private boolean undo;

    @Option(name = "--force", description = "Close also the way you came in by")
    private boolean force;

    @Option(name = "--json", description = "As JSON")
    private boolean json;

    @Override
    public Object execute() throws Refusal {
        Request request = new Request(names, CameBy.of(session), force);
        if (undo) {
            print("done", admin.undo());
        } else if (dryRun) {
            print("would", admin.plan(request));
        } else if (apply) {
            print("done", admin.close(request));
        } else {
            list();
        }
        return null;
    }

    private void print(String done, Answer<List<Closing>> answer) throws Refusal {
        List<Closing> closings = Refusal.orValue(answer);
        if (json) {
            System.out.println(JsonText.of(closings));
        } else {
            LockdownView.closings(done, closings, System.out);
        }
    }

    private void list() throws Refusal {
        List<Listening> all = Refusal.orValue(admin.listening());
        if (json) {
            System.out.println(JsonText.of(all));
        } else {
            LockdownView.list(all, System.out);
        }
    }
}
