package org.waypost.http.resource;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.waypost.admin.Answer;

/**
 * A service that may come later, go and be replaced. Any thread.
 *
 * @param <T> the service
 */
public final class Late<T> {
    private final String name;
    private final AtomicReference<T> now = new AtomicReference<>();

    /** @param name for a sentence, such as {@code queues} */
    public Late(String name) {
        this.name = Objects.requireNonNull(name);
    }

    public void bind(T service) {
        now.set(service);
    }

    /** Ignored if another one has been bound since. */
    public void unbind(T service) {
        now.compareAndSet(service, null);
    }

    <R> Answer<R> ask(Function<T, Answer<R>> question) {
        T service = now.get();
        return service == null ? new Answer.Refused<>("The administration of " + name
                + " is stopped or being replaced. Try again in some seconds.", Answer.Cause.AWAY) : question.apply(service);
    }
}
