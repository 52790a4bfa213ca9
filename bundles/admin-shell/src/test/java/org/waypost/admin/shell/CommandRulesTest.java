package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds for every command that is in the bundle, whoever adds one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandRulesTest {
    /** They tell in a sentence what they did, or write a text that has a form of its own. */
    private static final Set<String> SENTENCES = Set.of("queue:retry", "queue:freeze", "queue:unfreeze", "queue:disable",
            "queue:enable", "message:delete", "message:retry", "server:start", "server:stop", "server:pause", "server:join",
            "server:set", "server:create", "server:delete", "connector:create", "connector:set", "connector:delete", "service:start", "service:stop",
            "service:pause", "metabase:set", "metabase:export", "metabase:import", "metabase:rollback", "metabase:backup",
            "policy:apply", "rus:update", "rus:rebuild", "rus:stamping", "ds2mb:resync", "linkstate:master", "module:replace",
            "module:rollback");
    /** What nobody could list: a text, an address, a host, a filter, an attribute, a name to be made, a number that is new. */
    private static final Set<String> FREE = Set.of("address", "recipient", "from", "to", "filter", "attributes", "name", "names", "file", "folder", "domain",
            "host", "value", "values", "id", "number", "version", "property", "level", "jar", "words", "text");

    private List<Class<? extends Action>> commands;

    @BeforeAll
    void findAll() throws Exception {
        commands = Commands.all();
        assertTrue(commands.size() > 50, commands.toString());
    }

    @Test
    void eachHelpsWithAnExample() {
        assertEquals(List.of(), commands.stream().filter(type -> !type.getAnnotation(Command.class).detailedDescription()
                .startsWith("Example: " + Commands.name(type))).map(Commands::name).toList());
    }

    @Test
    void eachThatPrintsDataCanDoSoForPrograms() {
        Set<String> without = new TreeSet<>();
        commands.stream().filter(type -> Commands.fields(type).noneMatch(field -> field.isAnnotationPresent(Option.class)
                && field.getAnnotation(Option.class).name().equals("--json"))).map(Commands::name).forEach(without::add);
        without.removeAll(SENTENCES);
        assertEquals(Set.of(), without);
    }

    @Test
    void eachArgumentThatNamesAnObjectCanBeCompleted() {
        Set<String> without = new TreeSet<>();
        commands.forEach(type -> Commands.fields(type).filter(field -> field.isAnnotationPresent(Argument.class)
                && !field.isAnnotationPresent(Completion.class) && !FREE.contains(field.getAnnotation(Argument.class).name()))
                .forEach(field -> without.add(Commands.name(type) + " " + field.getAnnotation(Argument.class).name())));
        assertEquals(Set.of(), without);
    }
}
