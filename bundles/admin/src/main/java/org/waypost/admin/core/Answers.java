package org.waypost.admin.core;

import java.util.function.Function;
import org.waypost.admin.Answer;
import org.waypost.mail.Address;

/** Answers that need each other. */
final class Answers {
    private Answers() {}

    static <T, R> Answer<R> then(Answer<T> answer, Function<T, Answer<R>> next) {
        return answer instanceof Answer.Ok<T> ok ? next.apply(ok.value()) : ((Answer.Refused<T>) answer).forwarded();
    }

    static Answer<Address> address(String text) {
        int at = text.lastIndexOf('@');
        return at < 1 || at == text.length() - 1
                ? new Answer.Refused<>("\"" + text + "\" is no address, which is like alice@example.com.")
                : new Answer.Ok<>(Address.of(text));
    }
}
