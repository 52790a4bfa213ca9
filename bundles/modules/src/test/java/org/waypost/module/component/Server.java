package org.waypost.module.component;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.waypost.delivery.Outcome;
import org.waypost.event.EventLog;
import org.waypost.event.EventType;
import org.waypost.mail.Message;
import org.waypost.mail.Recipient;
import org.waypost.module.engine.ModuleSettings;
import org.waypost.module.engine.Modules;
import org.waypost.module.engine.Monitor;
import org.waypost.module.watch.Limits;
import org.waypost.modules.Begun;
import org.waypost.modules.Module;
import org.waypost.modules.Replacement;
import org.waypost.modules.Staging;

/** A real framework and a module manager over it, in a folder. */
final class Server implements AutoCloseable {
    static final ModuleSettings QUICK =
            new ModuleSettings(false, Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofMillis(10), Limits.STANDARD);
    /** For a module that never starts. */
    static final ModuleSettings IMPATIENT =
            new ModuleSettings(false, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMillis(10), Limits.STANDARD);

    final List<EventType> events = new CopyOnWriteArrayList<>();
    /** Of the events. */
    final List<List<Object>> told = new CopyOnWriteArrayList<>();
    final Monitor monitor = new Monitor();
    final Framework framework;
    final Path folder;
    Modules modules;

    /** @param cache the name of the bundle cache below the folder: another one has forgotten all */
    Server(Path folder, String cache) throws Exception {
        this.folder = folder;
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve(cache).toString()));
        framework.start();
    }

    Bundle install(TestJar jar) throws Exception {
        Bundle bundle = framework.getBundleContext().installBundle(jar.in(folder).toUri().toString());
        bundle.start();
        return bundle;
    }

    Server manage(ModuleSettings settings) {
        modules = new Modules(new FrameworkPlatform(framework.getBundleContext(), bundle -> List.of()), folder.resolve("modules"), monitor,
                InstantSource.system(), new Log(), settings);
        modules.start();
        return this;
    }

    Staging stage(TestJar jar) throws Exception {
        return modules.stage(jar.in(folder), Optional.empty(), "alice").toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Begins; the first look of the manager may still be going on. */
    Begun replace(TestJar jar, Optional<Duration> watch) throws Exception {
        String checksum = ((Staging.Ready) stage(jar)).plan().checksum();
        return begun(() -> modules.replace(checksum, watch, false, "alice").toCompletableFuture().get(10, TimeUnit.SECONDS));
    }

    Replacement replaced(TestJar jar) throws Exception {
        return ended(replace(jar, Optional.empty()));
    }

    static Begun begun(Callable<Begun> wish) throws Exception {
        List<Begun> answers = new ArrayList<>();
        until(() -> {
            try {
                answers.add(wish.call());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return !(answers.get(answers.size() - 1) instanceof Begun.Refused refused && refused.reason().startsWith("Another module"));
        });
        return answers.get(answers.size() - 1);
    }

    Replacement ended(Begun begun) throws Exception {
        long number = ((Begun.Going) begun).number();
        until(() -> history().stream().anyMatch(r -> r.number() == number));
        return history().stream().filter(r -> r.number() == number).findFirst().orElseThrow();
    }

    List<Replacement> history() {
        return modules.history().toCompletableFuture().join();
    }

    Module module(String name) {
        return modules.modules().toCompletableFuture().join().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    static void until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to it within 30 s");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Override
    public void close() throws Exception {
        if (modules != null) {
            modules.close();
        }
        framework.stop();
        framework.waitForStop(10_000);
    }

    private final class Log implements EventLog {
        @Override
        public void report(EventType type, Object... parameters) {
            told.add(List.of(parameters));
            events.add(type);
        }

        @Override
        public void outcome(Message message, Recipient recipient, String hop, Outcome outcome, Duration delay) {
            throw new AssertionError("no outcome is expected here");
        }
    }
}
