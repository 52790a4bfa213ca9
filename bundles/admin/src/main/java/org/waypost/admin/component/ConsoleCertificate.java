package org.waypost.admin.component;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.waypost.admin.certificate.KeyStoreFile;
import org.waypost.admin.certificate.KeyStoreWatch;
import org.waypost.service.Threads;

/** {@link KeyStoreWatch} on the key store of Pax Web, which starts its server anew for any value of its configuration that changes. */
@Component(service = {}, immediate = true)
public final class ConsoleCertificate {
    private static final String WEB = "org.ops4j.pax.web";
    private static final String STORE = WEB + ".ssl.keystore";
    private static final long LOOK_SECONDS = 2;
    /** No setting of Pax Web; what it says does not matter to it. */
    private static final String MARK = "org.waypost.console.keystore";

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "waypost-console-certificate"));
    private final Configured configured;

    @Activate
    public ConsoleCertificate(@Reference Configured configured, @Reference AdminEvents events) {
        this.configured = configured;
        KeyStoreWatch watch = new KeyStoreWatch(this::settings, print -> configured.set(WEB, MARK, print), events.log());
        thread.scheduleWithFixedDelay(() -> look(watch), 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static void look(KeyStoreWatch watch) {
        try {
            watch.look();
        } catch (IllegalStateException | IllegalArgumentException e) {
            // No configurations at this moment, or no path in them: the next look asks again.
        }
    }

    private Optional<KeyStoreFile> settings() {
        String password = text(STORE + ".password", "");
        return configured.text(WEB, STORE).map(file -> new KeyStoreFile(Path.of(file), text(STORE + ".type", "JKS"), password,
                text(WEB + ".ssl.key.password", password)));
    }

    private String text(String key, String otherwise) {
        return configured.text(WEB, key).orElse(otherwise);
    }

    @Deactivate
    void close() {
        Threads.end(thread);
    }
}
