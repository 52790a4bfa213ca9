package org.waypost.smtp.server.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waypost.mail.BodyType;
import org.waypost.mail.Notify;
import org.waypost.mail.Recipient;
import org.waypost.mail.ReturnContent;
import org.waypost.smtp.server.content.ContentStore;

/** A transaction as plain data and back: part of schema version 1 of {@link SessionState}. */
final class TransactionState {
    private TransactionState() {}

    static Map<String, Object> freeze(Transaction transaction) {
        Map<String, Object> data = new HashMap<>();
        Envelope envelope = transaction.envelope();
        envelope.sender().ifPresent(sender -> data.put("sender", Frozen.address(sender)));
        data.put("body", envelope.body().name());
        data.put("international", envelope.international());
        envelope.returnContent().ifPresent(ret -> data.put("return", ret.name()));
        envelope.envelopeId().ifPresent(id -> data.put("envelopeId", id));
        data.put("recipients", transaction.recipients().stream().map(TransactionState::recipient).toList());
        transaction.failure().ifPresent(answer -> data.put("failure", Frozen.answer(answer)));
        if (transaction.hasContent()) {
            data.put("content", transaction.content().freeze());
        }
        return data;
    }

    static Transaction thaw(Map<?, ?> data, ContentStore store) {
        Envelope envelope = new Envelope(Optional.ofNullable(data.get("sender")).map(Frozen::address),
                BodyType.valueOf((String) data.get("body")), (Boolean) data.get("international"),
                Frozen.text(data, "return").map(ReturnContent::valueOf), Frozen.text(data, "envelopeId"));
        Transaction transaction = new Transaction(envelope);
        ((List<?>) data.get("recipients")).forEach(recipient -> add(transaction, (Map<?, ?>) recipient));
        if (data.get("content") instanceof Map<?, ?> content) {
            transaction.content(store.thaw(content));
        }
        Optional.ofNullable(data.get("failure")).map(Frozen::answer).ifPresent(transaction::fail);
        return transaction;
    }

    private static Map<String, Object> recipient(Recipient recipient) {
        Map<String, Object> data = new HashMap<>();
        data.put("address", Frozen.address(recipient.address()));
        recipient.original().ifPresent(original -> data.put("original", original));
        data.put("notify", recipient.notifyOn().stream().map(Notify::name).toList());
        return data;
    }

    private static void add(Transaction transaction, Map<?, ?> data) {
        Set<Notify> notifyOn = ((List<?>) data.get("notify")).stream().map(name -> Notify.valueOf((String) name))
                .collect(Collectors.toSet());
        transaction.add(Frozen.address(data.get("address")), Frozen.text(data, "original"), notifyOn);
    }
}
