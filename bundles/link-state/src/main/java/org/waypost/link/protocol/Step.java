package org.waypost.link.protocol;

import java.util.List;
import java.util.Objects;
import org.waypost.link.codec.Message;
import org.waypost.link.table.Table;

/**
 * What a message led to.
 *
 * @param table as it is now
 * @param answers to the sender, in this order
 * @param refusals why something told was refused, a sentence each, for events
 */
public record Step(Table table, List<Message> answers, List<String> refusals) {
    public Step {
        Objects.requireNonNull(table);
        answers = List.copyOf(answers);
        refusals = List.copyOf(refusals);
    }
}
