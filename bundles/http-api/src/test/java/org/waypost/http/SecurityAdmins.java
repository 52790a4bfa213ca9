package org.waypost.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waypost.admin.Answer;
import org.waypost.admin.DoctorAdmin;
import org.waypost.admin.LockdownAdmin;

/** One open door and one finding; each change is a line of {@link #done}. */
final class SecurityAdmins implements LockdownAdmin, DoctorAdmin {
    final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public Answer<List<Listening>> listening() {
        return new Answer.Ok<>(List.of(new Listening("jmx", "0.0.0.0", 1099, false, "JMX", false, "Stop it.", true)));
    }

    @Override
    public Answer<List<Closing>> plan(Request request) {
        return new Answer.Ok<>(List.of(new Closing("jmx", true, request.toString())));
    }

    @Override
    public Answer<List<Closing>> close(Request request) {
        done.add("close " + request.names() + " " + request.door() + " " + request.force() + " " + Asker.name());
        return plan(request);
    }

    @Override
    public Answer<List<Closing>> undo() {
        done.add("undo " + Asker.name());
        return new Answer.Refused<>("There is nothing to undo.");
    }

    @Override
    public Answer<List<Finding>> examine(Consumer<Finding> progress) {
        return new Answer.Ok<>(List.of(new Finding("disk", Verdict.WARNING, "It is nearly full.", "Make room.")));
    }
}
