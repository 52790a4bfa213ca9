package org.waypost.admin.core;

import java.time.Duration;
import org.waypost.admin.Answer;
import org.waypost.admin.ReplicationAdmin;
import org.waypost.admin.Task;
import org.waypost.event.EventLog;
import org.waypost.replication.Replication;
import org.waypost.service.Gate;
import org.waypost.text.Counted;

/** DS2MB for people. */
public class ReplicationUseCases extends UseCases<Replication> implements ReplicationAdmin {
    /** @param wait for the answer, positive */
    public ReplicationUseCases(Gate<Replication> replication, EventLog events, Duration wait) {
        super("The replication of the directory", replication, events, wait);
    }

    @Override
    public Answer<Replication.Status> status() {
        return look(Replication::status);
    }

    @Override
    public Answer<Task> resync() {
        Answer<Replication.Status> now = status();
        if (now instanceof Answer.Refused<Replication.Status> refused) {
            return refused.forwarded();
        }
        events().changed(AdminEvent.REPLICATION_COMPARED, progress(), "comparing");
        return begin("compare the whole configuration with the directory", Replication::resync, Answer.Ok::new, this::progress);
    }

    private String progress() {
        return status() instanceof Answer.Ok<Replication.Status> ok
                ? ok.value().state() + ", " + Counted.of(ok.value().objects(), "object") + " replicated" : "";
    }
}
