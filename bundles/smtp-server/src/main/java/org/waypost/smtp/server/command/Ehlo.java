package org.waypost.smtp.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waypost.mail.Reply;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.AuthenticationSteps;
import org.waypost.smtp.server.session.Greeting;
import org.waypost.smtp.server.session.Session;
import org.waypost.smtp.server.session.Step;
import org.waypost.smtp.server.session.Verbs;
import org.waypost.smtp.server.settings.ServerSettings;

/** EHLO: announces what this server can do. */
public final class Ehlo extends Hello {
    private final Verbs verbs;
    private final AuthenticationSteps authentication;

    public Ehlo(Verbs verbs, AuthenticationSteps authentication) {
        this.verbs = verbs;
        this.authentication = authentication;
    }

    @Override
    public Step execute(Session session, String argument) {
        session.greet(new Greeting(argument, true));
        session.verbs(verbs.names());
        return Step.say(new Answer(new Reply(250, Optional.empty(), lines(session))));
    }

    private List<String> lines(Session session) {
        ServerSettings settings = session.settings();
        List<String> lines = new ArrayList<>(List.of(settings.hostName(), "PIPELINING",
                "SIZE " + settings.limits().messageSize(), "8BITMIME", "SMTPUTF8", "CHUNKING", "BINARYMIME",
                "ENHANCEDSTATUSCODES", "DSN"));
        if (session.canBeSecured() && !session.isSecured()) {
            lines.add("STARTTLS");
        }
        if (session.isSecured() && settings.tls().files().isPresent() && authentication.isOffered(session)) {
            lines.add(Auth.KEYWORD);
        }
        lines.addAll(verbs.keywords());
        return lines;
    }
}
