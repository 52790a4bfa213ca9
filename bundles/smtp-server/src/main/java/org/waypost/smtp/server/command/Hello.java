package org.waypost.smtp.server.command;

import java.util.Optional;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.Command;
import org.waypost.smtp.server.session.Session;

/** What EHLO and HELO have in common (RFC 5321 4.1.1.1). */
abstract class Hello implements Command {
    private static final int MAX_NAME = 255;
    private static final Answer NO_NAME = Answer.of(501, "5.5.4", "Your domain or address literal is wanted here");

    /**
     * The name is only a claim and is written into Received, where odd characters are masked; so what
     * real clients send is taken, as long as it is one printable word (RFC 6531 3.7.1: A-labels).
     */
    @Override
    public Optional<Answer> check(Session session, String argument) {
        boolean word = !argument.isEmpty() && argument.length() <= MAX_NAME
                && argument.chars().allMatch(c -> c > ' ' && c < 0x7F);
        return word ? Optional.empty() : Optional.of(NO_NAME);
    }
}
