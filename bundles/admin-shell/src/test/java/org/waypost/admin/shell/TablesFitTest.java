package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.junit.jupiter.api.Test;
import org.waypost.mail.MessageId;

/** Every command that prints data, with long values, in the command processor of the shell. */
class TablesFitTest {
    private static final Set<String> ENDLESS = Set.of("metabase:watch", "event:tail");
    /** It finds more than one connector of the name, and its table is that of server:show. */
    private static final String REFUSED = "connector:show";
    /** Of arguments and options that must be there. */
    private static final Map<String, String> GIVEN = Map.of("id", new MessageId(42).toString(), "key", "/LM/SmtpSvc");

    @Test
    void noLineOfATableIsWiderThanTheTerminal() throws Exception {
        Set<String> drawn = new TreeSet<>();
        List<String> wide = new ArrayList<>();
        try (TestShell shell = new TestShell(80)) {
            for (Class<? extends Action> type : printing()) {
                List<String> lines = rows(shell.run(command(type)));
                lines.stream().filter(line -> line.length() > 80).forEach(line -> wide.add(Commands.name(type) + ": " + line));
                if (!lines.isEmpty()) {
                    drawn.add(Commands.name(type));
                }
            }
        }
        assertEquals("", String.join("\n", wide));
        assertTrue(drawn.size() >= 25 && drawn.containsAll(Set.of("queue:list", "queue:watch", "message:list", "rus:status")), drawn.toString());
    }

    private static List<Class<? extends Action>> printing() throws Exception {
        return Commands.all().stream().filter(type -> !ENDLESS.contains(Commands.name(type)) && !REFUSED.equals(Commands.name(type)) && Commands.fields(type)
                .anyMatch(field -> field.isAnnotationPresent(Option.class) && field.getAnnotation(Option.class).name().equals("--json")))
                .collect(Collectors.toList());
    }

    /** Without the sentences above and below. */
    private static List<String> rows(String printed) {
        return printed.lines().filter(line -> line.matches(".*( [│|] |[─-][┼+][─-]).*")).toList();
    }

    private static Action command(Class<? extends Action> type) throws ReflectiveOperationException {
        Action action = type.getDeclaredConstructor().newInstance();
        for (Field field : Commands.fields(type).toList()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Reference.class)) {
                field.set(action, Samples.service(field.getType()));
            } else if (field.isAnnotationPresent(Argument.class) && field.getAnnotation(Argument.class).required()) {
                field.set(action, argument(field));
            } else if (field.getName().equals("count")) {
                field.set(action, 1);
            }
        }
        return action;
    }

    private static Object argument(Field field) {
        String value = GIVEN.getOrDefault(field.getAnnotation(Argument.class).name(), Samples.NAME);
        return field.getType() == String.class ? value : List.of(value);
    }
}
