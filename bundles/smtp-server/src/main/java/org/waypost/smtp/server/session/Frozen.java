package org.waypost.smtp.server.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.Reply;

/** Small values as plain data and back. */
final class Frozen {
    private Frozen() {}

    static List<Object> address(Address address) {
        return List.of(address.local(), address.domain());
    }

    static Address address(Object frozen) {
        List<?> parts = (List<?>) frozen;
        return new Address((String) parts.get(0), (String) parts.get(1));
    }

    static Map<String, Object> answer(Answer answer) {
        Reply reply = answer.reply();
        return Map.of("code", reply.code(), "status", reply.status().map(EnhancedStatus::toString).orElse(""), "text",
                reply.text());
    }

    static Answer answer(Object frozen) {
        Map<?, ?> parts = (Map<?, ?>) frozen;
        String status = (String) parts.get("status");
        List<String> text = ((List<?>) parts.get("text")).stream().map(String.class::cast).toList();
        return new Answer(new Reply((Integer) parts.get("code"),
                status.isEmpty() ? Optional.empty() : Optional.of(EnhancedStatus.of(status)), text));
    }

    static Optional<String> text(Map<?, ?> data, String key) {
        return Optional.ofNullable((String) data.get(key));
    }
}
