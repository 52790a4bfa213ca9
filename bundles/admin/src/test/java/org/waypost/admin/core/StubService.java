package org.waypost.admin.core;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A service that answers each of its methods by name, and fails at those it has no answer for. */
final class StubService {
    private StubService() {
    }

    static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? proxy == arguments[0] : method.getName().equals("hashCode")
                        ? System.identityHashCode(proxy) : type.getSimpleName();
            }
            Object answer = answers.get(method.getName());
            if (answer == null) {
                throw new AssertionError(type.getSimpleName() + "." + method.getName() + " has no answer");
            }
            return answer;
        }));
    }
}
