package org.waypost.text;

/** Numbers with what they count, in English. */
public final class Counted {
    private Counted() {
    }

    /** "1 message", "2 messages", "0 messages". @param one of them; the word for more has an s at its end */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** "1 entry", "2 entries", "0 entries". */
    public static String of(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
