package org.waypost.admin.shell;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.waypost.admin.Answer;
import org.waypost.linkstate.OrganizationMap;
import org.waypost.mail.Address;
import org.waypost.mail.ContentId;
import org.waypost.mail.MessageId;
import org.waypost.metabase.MetabaseKey;
import org.waypost.topology.Schedule;

/** A value of any type a command asks for: names as long as usual, all other texts longer than a line, each list with one element. */
final class Samples {
    static final String NAME = "smtp:example.net";
    static final String LONG = "a sentence that goes on and on ".repeat(8);
    /** Components whose value is a name in all tables. */
    private static final Set<String> NAMES = Set.of("name", "module", "service", "state", "kind", "type", "queue", "group", "connector",
            "property", "key", "category", "source", "version", "address", "to", "url", "place", "server", "virtualServer", "user");

    private static final Map<Class<?>, Object> GIVEN = Map.of(Instant.class, Instant.now().minusSeconds(360_000),
            Duration.class, Duration.ofSeconds(3_599), UUID.class, new UUID(4_711, 4_711), MessageId.class, new MessageId(42),
            ContentId.class, new ContentId(42), OrganizationMap.class, OrganizationMap.EMPTY, Schedule.class, Schedule.REMOTE, MetabaseKey.class, MetabaseKey.of("/LM/SmtpSvc/1"),
            Address.class, Address.of("a-rather-long-name-of-somebody@a-rather-long-name-of-a-domain.example.net"));

    private Samples() {
    }

    /** Answers with samples whatever it is asked. */
    static <T> T service(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, args) -> method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, args)
                        : answer(method)));
    }

    private static Object answer(Method method) throws ReflectiveOperationException {
        return method.getReturnType() == void.class ? null : of(method.getGenericReturnType(), method.getName(), Map.of());
    }

    private static Object of(Type type, String name, Map<String, Type> variables) throws ReflectiveOperationException {
        if (type instanceof TypeVariable<?> variable) {
            return of(variables.get(variable.getName()), name, variables);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Answer.class) {
                return new Answer.Ok<>(of(inner[0], name, variables));
            } else if (raw == Optional.class) {
                return Optional.of(of(inner[0], name, variables));
            } else if (Map.class.isAssignableFrom(raw)) {
                return new TreeMap<>(Map.of(of(inner[0], "name", variables), of(inner[1], name, variables)));
            } else if (Collection.class.isAssignableFrom(raw)) {
                Object one = of(inner[0], name, variables);
                return Set.class.isAssignableFrom(raw) ? new TreeSet<>(Set.of(one)) : List.of(one);
            }
            return plain(raw, name);
        }
        return plain((Class<?>) type, name);
    }

    private static Object plain(Class<?> type, String name) throws ReflectiveOperationException {
        if (type == int.class || type == Integer.class) {
            return name.equals("cost") ? 100 : 12_345;
        } else if (type == long.class || type == Long.class) {
            return 123_456_789L;
        } else if (type == double.class) {
            return 12_345.6;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == String.class || type == Object.class) {
            return NAMES.contains(name) ? NAME : LONG;
        }
        return object(type);
    }

    private static Object object(Class<?> type) throws ReflectiveOperationException {
        if (GIVEN.containsKey(type)) {
            return GIVEN.get(type);
        } else if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).max(Comparator.comparingInt(each -> each.toString().length())).orElseThrow();
        } else if (type.isRecord()) {
            return tuple(type);
        }
        return type.isSealed() ? plain(type.getPermittedSubclasses()[0], "") : service(type);
    }

    private static Object tuple(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(components[i].getGenericType(), components[i].getName(), Map.of());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
