package org.waypost.format.smtp;

import java.util.Objects;
import java.util.function.Function;

/** What came of reading text: a value, or why there is none. */
public sealed interface Parsed<T> {
    record Ok<T>(T value) implements Parsed<T> {
        public Ok {
            Objects.requireNonNull(value);
        }
    }

    /**
     * @param reason short, in printable ASCII, and free of the input: fit for a reply
     */
    record Bad<T>(String reason) implements Parsed<T> {
        public Bad {
            Objects.requireNonNull(reason);
        }
    }

    /** The value made into another one; a reason stays what it is. */
    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        if (this instanceof Ok<T> ok) {
            return new Ok<>(change.apply(ok.value()));
        }
        return new Bad<>(((Bad<T>) this).reason());
    }
}
