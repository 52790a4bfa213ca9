package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.waypost.admin.Answer;
import org.waypost.admin.RecipientUpdateAdmin;
import org.waypost.admin.Task;
import org.waypost.event.EventLog;
import org.waypost.metabase.Edit;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.MetabaseWrite;
import org.waypost.metabase.Value;
import org.waypost.metabase.Written;
import org.waypost.policy.RecipientUpdateService;
import org.waypost.policy.RecipientUpdateService.Status;
import org.waypost.policy.Run;
import org.waypost.service.Gate;

/** The Recipient Update Service for people. */
public class RecipientUpdateUseCases extends UseCases<RecipientUpdateService> implements RecipientUpdateAdmin {
    private static final MetabaseKey INSTANCES = MetabaseKey.of("/LM/RecipientUpdateService");
    private static final String STAMPING = "stamping";

    private final Gate<Metabase> metabase;
    private final Patience metabasePatience;
    private final Runs runs;

    /** @param wait for an answer, positive */
    public RecipientUpdateUseCases(Gate<RecipientUpdateService> updates, Gate<Metabase> metabase, EventLog events, Duration wait) {
        super("The Recipient Update Service", updates, events, wait);
        this.metabase = metabase;
        this.metabasePatience = new Patience("The metabase", wait);
        this.runs = new Runs(updates, wait);
    }

    @Override
    public Answer<List<Status>> status() {
        return look(RecipientUpdateService::status);
    }

    @Override
    public Answer<Task> update(String instance) {
        return run(instance, RecipientUpdateService::update, AdminEvent.RECIPIENTS_UPDATED, "update", "updated");
    }

    @Override
    public Answer<Task> rebuild(String instance) {
        return run(instance, RecipientUpdateService::rebuild, AdminEvent.RECIPIENTS_REBUILT, "rebuild", "rebuilt");
    }

    private Answer<Task> run(String instance, BiFunction<RecipientUpdateService, String, CompletionStage<Optional<Run>>> action,
            AdminEvent event, String what, String done) {
        Answer<Status> known = known(instance);
        if (known instanceof Answer.Refused<Status> refused) {
            return refused.forwarded();
        }
        events().changed(event, ((Answer.Ok<Status>) known).value().state(), "begun", instance);
        return begin(what + " the recipients of " + instance, service -> action.apply(service, instance), run -> run.<Answer<String>>map(end -> new Answer.Ok<>(
                "The recipients of " + instance + " were " + done + ": " + Runs.text(end) + ".")).orElseGet(() -> noInstance(instance)),
                () -> runs.progress(status -> status.name().equals(instance)));
    }

    @Override
    public Answer<String> stamping(String instance, boolean on) {
        Answer<Status> known = known(instance);
        if (known instanceof Answer.Refused<Status> refused) {
            return refused.forwarded();
        }
        Edit edit = new Edit.Set(INSTANCES.child(instance), STAMPING, new Value.Text(Boolean.toString(on)), Optional.empty());
        MetabaseWrite write = new MetabaseWrite(MetabaseWrite.Writer.ADMINISTRATOR, List.of(edit));
        return metabasePatience.await(metabase.call(m -> m.write(write)), written -> stamped(written, ((Answer.Ok<Status>) known).value(), on));
    }

    private Answer<String> stamped(Written written, Status before, boolean on) {
        String instance = before.name();
        if (written instanceof Written.Refused refused) {
            return new Answer.Refused<>(refused.reason());
        }
        events().changed(AdminEvent.STAMPING_SWITCHED, word(before.stamping()), word(on), instance, word(on));
        return new Answer.Ok<>(on ? "The Recipient Update Service " + instance + " stamps from now on; rus:rebuild " + instance
                + " stamps those it only reported before."
                : "The Recipient Update Service " + instance + " only reports from now on and writes nothing.");
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    private Answer<Status> known(String instance) {
        Answer<List<Status>> all = status();
        if (all instanceof Answer.Refused<List<Status>> refused) {
            return refused.forwarded();
        }
        return ((Answer.Ok<List<Status>>) all).value().stream().filter(status -> status.name().equals(instance)).findFirst()
                .<Answer<Status>>map(Answer.Ok::new).orElseGet(() -> noInstance(instance));
    }

    private static <R> Answer<R> noInstance(String instance) {
        return Answer.Refused.unknown("This server runs no Recipient Update Service " + instance + "; rus:status shows those it runs.");
    }
}
