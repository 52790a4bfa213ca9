package org.waypost.smtp.server.command;

import static org.waypost.smtp.server.session.Requirement.AUTHENTICATION_IF_DEMANDED;
import static org.waypost.smtp.server.session.Requirement.HELLO;
import static org.waypost.smtp.server.session.Requirement.NO_TRANSACTION;
import static org.waypost.smtp.server.session.Requirement.TLS_IF_DEMANDED;
import static org.waypost.smtp.server.session.Requirement.TRANSACTION;

import java.util.List;
import org.waypost.recipient.RecipientResolver;
import org.waypost.service.Gate;
import org.waypost.smtp.server.session.Answer;
import org.waypost.smtp.server.session.AuthenticationSteps;
import org.waypost.smtp.server.session.CommandTable;
import org.waypost.smtp.server.session.CommandTable.Row;
import org.waypost.smtp.server.session.Reception;
import org.waypost.smtp.server.session.Verbs;

/** The verbs of this bundle. */
public final class BuiltIn {
    private static final boolean ENDS_GROUP = true;
    private static final boolean IN_GROUP = false;
    private static final Answer NOT_HERE = Answer.of(502, "5.5.1", "Command not implemented");
    private static final Answer HELP = Answer.of(214, "2.0.0", "EHLO HELO MAIL RCPT DATA BDAT RSET NOOP VRFY STARTTLS AUTH QUIT");

    private BuiltIn() {}

    /** RFC 2920 3.1 says which verbs end a group. */
    public static CommandTable table(Verbs verbs, Gate<RecipientResolver> resolver, Reception reception,
            AuthenticationSteps authentication) {
        return new CommandTable(List.of(
                new Row("EHLO", List.of(), ENDS_GROUP, new Ehlo(verbs, authentication)),
                new Row("HELO", List.of(), ENDS_GROUP, new Helo()),
                new Row("STARTTLS", List.of(HELLO), ENDS_GROUP, new StartTls()),
                new Row("AUTH", List.of(HELLO, NO_TRANSACTION), ENDS_GROUP, new Auth(authentication)),
                new Row("MAIL", List.of(TLS_IF_DEMANDED, HELLO, AUTHENTICATION_IF_DEMANDED, NO_TRANSACTION), IN_GROUP, new Mail(verbs)),
                new Row("RCPT", List.of(TLS_IF_DEMANDED, HELLO, TRANSACTION), IN_GROUP, new Rcpt(resolver)),
                new Row("DATA", List.of(TLS_IF_DEMANDED, HELLO, TRANSACTION), ENDS_GROUP, new Data(reception)),
                new Row("BDAT", List.of(TLS_IF_DEMANDED, HELLO, TRANSACTION), IN_GROUP, new Bdat(reception)),
                new Row("RSET", List.of(), IN_GROUP, new Rset()),
                new Row("NOOP", List.of(), ENDS_GROUP, new Simple(Answer.OK)),
                new Row("VRFY", List.of(TLS_IF_DEMANDED, AUTHENTICATION_IF_DEMANDED), ENDS_GROUP, new Vrfy()),
                new Row("EXPN", List.of(), ENDS_GROUP, new Simple(NOT_HERE)),
                new Row("HELP", List.of(), IN_GROUP, new Simple(HELP)),
                new Row("QUIT", List.of(), ENDS_GROUP, new Quit())));
    }
}
