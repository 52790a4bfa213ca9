package org.waypost.rus.template;

import java.util.List;

/**
 * {@code X400:c=us;a= ;p=Example;o=Exchange;}, to which surname and given name are added, cut to what X.411 allows.
 *
 * @param prefix ends with a semicolon
 */
public record X400Template(boolean isPrimary, String prefix) implements AddressTemplate {
    private static final int MAX_SURNAME = 40;
    private static final int MAX_GIVEN = 16;

    @Override
    public String type() {
        return "x400";
    }

    @Override
    public Series series(Names names) {
        String ownSurname = printable(names.surname());
        String surname = ownSurname.isEmpty() ? printable(names.alias()) : ownSurname;
        String given = ownSurname.isEmpty() ? "" : printable(names.given());
        if (surname.isEmpty()) {
            return new Series(type(), number -> "", List.of("neither surname nor alias have a character that an X.400 address may have"));
        }
        String end = given.isEmpty() ? "" : "g=" + cut(given, MAX_GIVEN) + ";";
        return new Series(type(), number -> prefix + "s=" + numbered(surname, number) + ";" + end, List.of());
    }

    private static String numbered(String surname, int number) {
        String digits = number == 1 ? "" : Integer.toString(number);
        return cut(surname, MAX_SURNAME - digits.length()) + digits;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length())).strip();
    }

    /** The characters of a PrintableString (X.680 41.4) but those that part an address. */
    private static String printable(String text) {
        return PlainLetters.of(text).replaceAll("[^A-Za-z0-9 '()+,./:?-]", "").strip();
    }
}
