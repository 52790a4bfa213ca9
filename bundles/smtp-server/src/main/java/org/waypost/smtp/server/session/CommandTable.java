package org.waypost.smtp.server.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The verbs this bundle knows. */
public final class CommandTable {
    private final Map<String, Row> rows = new LinkedHashMap<>();

    public CommandTable(List<Row> rows) {
        rows.forEach(row -> this.rows.put(row.verb(), row));
    }

    public Optional<Row> find(String verb) {
        return Optional.ofNullable(rows.get(verb));
    }

    /**
     * @param verb in upper case
     * @param requirements in the order they are looked at
     * @param endsPipelineGroup whether its answer is sent at once (RFC 2920 3.2)
     */
    public record Row(String verb, List<Requirement> requirements, boolean endsPipelineGroup, Command command) {
        public Row {
            Objects.requireNonNull(verb);
            requirements = List.copyOf(requirements);
            Objects.requireNonNull(command);
        }

        /** Whether the verb may come now; the answer says why not. */
        Optional<Answer> check(Session session, String argument) {
            for (Requirement requirement : requirements) {
                if (!requirement.isMet(session)) {
                    return Optional.of(requirement.refusal());
                }
            }
            return command.check(session, argument);
        }
    }
}
