package org.waypost.rus.template;

import java.util.List;
import java.util.function.IntFunction;

/**
 * An address and those that are taken in its place when it is another's: user, user2, user3, ...
 *
 * @param type {@code smtp} or {@code x400} or another
 * @param numbered the address, without its type, of each number from 1; an empty one if there is none at all
 * @param notes for people: what could not be made as the template says
 */
public record Series(String type, IntFunction<String> numbered, List<String> notes) {
    public Series {
        notes = List.copyOf(notes);
    }

    /** Without its type. @param number 1 or more */
    public String address(int number) {
        return numbered.apply(number);
    }

    /** Whether the names gave nothing that could be an address. */
    public boolean isEmpty() {
        return address(1).isEmpty();
    }
}
