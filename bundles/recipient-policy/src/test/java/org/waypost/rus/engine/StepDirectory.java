package org.waypost.rus.engine;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waypost.directory.Directory;

/** Makes directories each of whose answers waits in a list until it is run. */
final class StepDirectory {
    private StepDirectory() {}

    static Directory over(Directory directory, List<Runnable> steps) {
        return (Directory) Proxy.newProxyInstance(StepDirectory.class.getClassLoader(), new Class<?>[] {Directory.class}, (proxy, method, arguments) -> {
            if (method.getReturnType() != CompletionStage.class) {
                return method.invoke(directory, arguments);
            }
            CompletableFuture<Object> answer = new CompletableFuture<>();
            // Done first, and answered later: others see what was done meanwhile.
            steps.add(() -> {
                try {
                    Object result = ((CompletionStage<?>) method.invoke(directory, arguments)).toCompletableFuture().join();
                    steps.add(() -> answer.complete(result));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            });
            return answer;
        });
    }
}
