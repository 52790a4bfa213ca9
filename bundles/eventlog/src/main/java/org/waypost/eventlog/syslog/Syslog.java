package org.waypost.eventlog.syslog;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.waypost.event.LoggedEvent;
import org.waypost.eventlog.Output;

/**
 * Sends events to a syslog from a thread of its own, behind a bounded line: what does not fit, or what a dead syslog did not
 * take, is in the event log all the same. Any thread.
 */
public final class Syslog implements Output, AutoCloseable {
    private static final int LENGTH = 10_000;
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final BlockingQueue<LoggedEvent> line = new ArrayBlockingQueue<>(LENGTH);
    private final Thread thread = new Thread(this::run, "waypost-eventlog-syslog");
    private final SyslogTarget target;
    private final SyslogFormat format;
    private final Duration again;
    private final Consumer<String> away;
    private SyslogLink link;
    private boolean told;
    private volatile boolean closed;

    /**
     * @param hostName of this server
     * @param again how long to wait before a dead syslog is tried again
     * @param away is told why, once until it takes events again
     */
    public Syslog(SyslogTarget target, String hostName, Duration again, Consumer<String> away) {
        this.target = Objects.requireNonNull(target);
        this.format = new SyslogFormat(hostName, ProcessHandle.current().pid());
        this.again = Objects.requireNonNull(again);
        this.away = Objects.requireNonNull(away);
        thread.setDaemon(true);
        thread.start();
    }

    public SyslogTarget target() {
        return target;
    }

    @Override
    public void logged(LoggedEvent event) {
        line.offer(event);
    }

    private void run() {
        try {
            while (!closed || !line.isEmpty()) {
                LoggedEvent event = line.poll(100, TimeUnit.MILLISECONDS);
                while (event != null && !sent(event)) {
                    Thread.sleep(again.toMillis());
                }
            }
        } catch (InterruptedException e) {
            // It is closed and the syslog does not take the rest.
        }
        end();
    }

    private boolean sent(LoggedEvent event) {
        try {
            if (link == null) {
                link = SyslogLink.open(target, format);
            }
            link.send(event);
            told = false;
            return true;
        } catch (IOException e) {
            end();
            if (!told) {
                told = true;
                away.accept(String.valueOf(e.getMessage()));
            }
            return false;
        }
    }

    private void end() {
        try {
            if (link != null) {
                link.close();
            }
        } catch (IOException e) {
            // It is of no use any more.
        }
        link = null;
    }

    /** Sends what is in the line, for at most 2 s. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(DRAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
