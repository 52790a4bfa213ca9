package org.waypost.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final List<Class<? extends Action>> COMMANDS = List.of(QueueList.class, QueueShow.class, QueueRetry.class,
            QueueFreeze.class, QueueUnfreeze.class, MessageList.class, MessageShow.class, MessageDelete.class, ServerList.class,
            ServerStart.class, ServerStop.class, ServerPause.class);

    @Test
    void eachPromisedCommandIsThere() {
        Set<String> names = Stream.of("queue:list", "queue:show", "queue:retry", "queue:freeze", "queue:unfreeze",
                "message:list", "message:show", "message:delete", "server:list", "server:start", "server:stop", "server:pause")
                .collect(Collectors.toSet());
        assertEquals(names, COMMANDS.stream().map(CommandsTest::name).collect(Collectors.toSet()));
    }

    @Test
    void eachCommandIsFoundByTheShellAndHelpsWithAnExample() {
        for (Class<? extends Action> command : COMMANDS) {
            assertNotNull(command.getAnnotation(Service.class), command.getName());
            String help = command.getAnnotation(Command.class).detailedDescription();
            assertTrue(help.startsWith("Example: " + name(command)), command.getName());
        }
    }

    private static String name(Class<? extends Action> command) {
        Command annotation = command.getAnnotation(Command.class);
        return annotation.scope() + ":" + annotation.name();
    }
}
