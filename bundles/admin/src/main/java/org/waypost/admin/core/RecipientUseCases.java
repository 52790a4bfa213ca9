package org.waypost.admin.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.admin.RecipientAdmin;
import org.waypost.event.EventLog;
import org.waypost.mail.Address;
import org.waypost.recipient.RecipientExplanation;
import org.waypost.recipient.RecipientExplanation.Step;
import org.waypost.service.Gate;

/** Recipients for people. */
public class RecipientUseCases extends UseCases<RecipientExplanation> implements RecipientAdmin {
    /** @param wait for the answer, positive */
    public RecipientUseCases(Gate<RecipientExplanation> explanation, EventLog events, Duration wait) {
        super("The categorizer", explanation, events, wait);
    }

    @Override
    public Answer<List<Step>> resolve(Optional<String> sender, String recipient, long size) {
        if (size < 0) {
            return new Answer.Refused<>("The size must be 0 octets or more, not " + size + ".");
        }
        if (sender.isEmpty()) {
            return withAddress(recipient, to -> explain(Optional.empty(), to, size));
        }
        return withAddress(sender.get(), from -> withAddress(recipient, to -> explain(Optional.of(from), to, size)));
    }

    private Answer<List<Step>> explain(Optional<Address> sender, Address recipient, long size) {
        return ask(explanation -> explanation.explain(sender, recipient, size), Answer.Ok::new);
    }

    private static <R> Answer<R> withAddress(String text, Function<Address, Answer<R>> action) {
        return Answers.then(Answers.address(text), action);
    }
}
