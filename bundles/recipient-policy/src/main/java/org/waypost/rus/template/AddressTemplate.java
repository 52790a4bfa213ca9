package org.waypost.rus.template;

/** What a policy gives of one kind. Pure. */
public sealed interface AddressTemplate permits SmtpTemplate, X400Template {
    /** Whether it gives the primary address of its type. */
    boolean isPrimary();

    /** Of the addresses it gives: {@code smtp} or {@code x400}. */
    String type();

    /** What it gives to somebody, in each number. */
    Series series(Names names);
}
