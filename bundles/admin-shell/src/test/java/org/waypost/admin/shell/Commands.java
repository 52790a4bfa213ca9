package org.waypost.admin.shell;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;

/** The commands of the bundle, whoever adds one. */
final class Commands {
    private Commands() {
    }

    static List<Class<? extends Action>> all() throws IOException, URISyntaxException {
        Path root = Path.of(QueueList.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).map(file -> className(root.relativize(file)))
                    .<Class<?>>map(Commands::load).filter(type -> type.isAnnotationPresent(Command.class))
                    .<Class<? extends Action>>map(type -> type.asSubclass(Action.class)).toList();
        }
    }

    private static String className(Path file) {
        return file.toString().replace('/', '.').replaceFirst("\\.class$", "");
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Commands.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it is called. */
    static String name(Class<?> type) {
        Command annotation = type.getAnnotation(Command.class);
        return annotation.scope() + ":" + annotation.name();
    }

    /** Its own and those of the classes above it. */
    static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass).flatMap(each -> Stream.of(each.getDeclaredFields()));
    }
}
