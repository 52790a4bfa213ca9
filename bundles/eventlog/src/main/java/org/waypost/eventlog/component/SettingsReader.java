package org.waypost.eventlog.component;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.waypost.event.EventLog;
import org.waypost.eventlog.EventLogEvent;
import org.waypost.eventlog.mail.MailChoice;
import org.waypost.eventlog.mail.MailSettings;
import org.waypost.eventlog.store.StoreSettings;
import org.waypost.eventlog.syslog.SyslogTarget;
import org.waypost.mail.Address;

/** Turns configuration into settings; a bad value is reported and the last good one, or the default, stays. */
final class SettingsReader {
    private static final long MIB = 1 << 20;
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^\\s<>@,;:\"()\\[\\]\\\\]]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.-]{1,255}");

    private final Path home;
    private final EventLog events;

    /** @param home what relative paths begin at */
    SettingsReader(Path home, EventLog events) {
        this.home = home;
        this.events = events;
    }

    EventLogSettings read(EventLogConfig config, Optional<EventLogSettings> last) {
        Optional<StoreSettings> store = last.map(EventLogSettings::store);
        return new EventLogSettings(new StoreSettings(folder(config, store.map(StoreSettings::folder)),
                MIB * number("fileMiB", config::fileMiB, 1, 1_024, store.map(s -> s.fileSize() / MIB)),
                (int) number("keepDays", config::keepDays, 1, 3_650, store.map(s -> (long) s.keepDays())),
                MIB * number("keepMiB", config::keepMiB, 1, 1 << 20, store.map(s -> s.keep() / MIB))),
                Duration.ofSeconds(number("foldWindow", config::foldWindow, 0, 3_600, last.map(s -> s.foldWindow().toSeconds()))),
                syslog(config, last.flatMap(EventLogSettings::syslog)), mail(config, last.map(EventLogSettings::mail)));
    }

    private Optional<SyslogTarget> syslog(EventLogConfig config, Optional<SyslogTarget> last) {
        String found = config.syslog().trim();
        Optional<SyslogTarget> target = SyslogTarget.parse(found);
        if (target.isEmpty() && !found.isEmpty()) {
            bad("syslog", found, "udp://HOST:PORT, tcp://HOST:PORT and unix:/PATH", last.map(Object::toString).orElse("none"));
            return last;
        }
        return target;
    }

    private MailSettings mail(EventLogConfig config, Optional<MailSettings> last) {
        return new MailSettings(mailTo(config, last.flatMap(MailSettings::to)), choice(config, last.map(MailSettings::choice)),
                hostName(config, last.map(MailSettings::hostName)));
    }

    private Optional<Address> mailTo(EventLogConfig config, Optional<Address> last) {
        String found = config.mailTo().trim();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!ADDRESS.matcher(found).matches()) {
            bad("mailTo", found, "addresses such as admin@example.com", last.map(Object::toString).orElse("none"));
            return last;
        }
        return Optional.of(Address.of(found));
    }

    private MailChoice choice(EventLogConfig config, Optional<MailChoice> last) {
        List<String> found = Arrays.stream(config.mailEvents()).flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::trim).filter(entry -> !entry.isEmpty()).toList();
        return MailChoice.read(found).orElseGet(() -> {
            MailChoice kept = last.orElseGet(() -> MailChoice.read(List.of((String[]) defaultOf("mailEvents"))).orElseThrow());
            bad("mailEvents", String.join(",", found), "SOURCE/ID, ERROR, WARNING and INFORMATION", "what was before, or the default");
            return kept;
        });
    }

    private String hostName(EventLogConfig config, Optional<String> last) {
        String found = config.hostName().trim();
        if (found.isEmpty()) {
            return machineName();
        }
        if (!HOST.matcher(found).matches()) {
            String kept = last.orElseGet(SettingsReader::machineName);
            bad("hostName", found, "host names of 1 to 255 characters", kept);
            return kept;
        }
        return found;
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private Path folder(EventLogConfig config, Optional<Path> last) {
        String found = config.folder().trim();
        try {
            if (!found.isEmpty()) {
                return home.resolve(found).normalize();
            }
        } catch (InvalidPathException e) {
            // Reported below, as an empty name is.
        }
        Path kept = last.orElseGet(() -> home.resolve((String) defaultOf("folder")));
        bad("folder", found, "the names of folders", kept);
        return kept;
    }

    /** A value of the wrong type shows when it is asked for. */
    private long number(String key, Supplier<Integer> value, int smallest, int largest, Optional<Long> last) {
        String found;
        try {
            int number = value.get();
            if (number >= smallest && number <= largest) {
                return number;
            }
            found = String.valueOf(number);
        } catch (RuntimeException e) {
            found = String.valueOf(e.getMessage());
        }
        long kept = last.orElseGet(() -> (long) (Integer) defaultOf(key));
        bad(key, found, smallest + " to " + largest, kept);
        return kept;
    }

    private void bad(String key, String found, String allowed, Object kept) {
        events.report(EventLogEvent.BAD_SETTING, EventLogComponent.PID, key, found, allowed, kept);
    }

    private static Object defaultOf(String key) {
        try {
            return EventLogConfig.class.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(key, e);
        }
    }
}
