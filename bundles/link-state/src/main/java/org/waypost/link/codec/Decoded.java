package org.waypost.link.codec;

/** What came of reading a text. */
public sealed interface Decoded<T> {
    /** It was well formed. */
    record Ok<T>(T value) implements Decoded<T> {}

    /** @param reason short, without any of the text that was read */
    record Bad<T>(String reason) implements Decoded<T> {}
}
