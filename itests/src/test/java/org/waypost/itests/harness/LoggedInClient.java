package org.waypost.itests.harness;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An administrator at the HTTP interface who logs in once and asks again and again who he is. A request may go wrong while
 * what answers it is replaced, but nobody may ever tell him to log in again. Any thread.
 */
public final class LoggedInClient implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 200;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient http = HttpClient.newBuilder().sslContext(TrustAll.context()).cookieHandler(new CookieManager())
            .connectTimeout(LIMIT).build();
    private final Collection<String> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final URI root;

    private LoggedInClient(int port) {
        root = URI.create("https://127.0.0.1:" + port + "/");
    }

    /** Logs in as the user admin. @throws AssertionError if he may not */
    public static LoggedInClient of(WaypostHome home) {
        LoggedInClient client = new LoggedInClient(home.consolePort());
        int status = client.send(client.request("api/v1/session").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"user\": \"admin\", \"password\": \"" + home.adminPassword() + "\"}")));
        if (status != 200) {
            client.close();
            throw new AssertionError("no login: " + status);
        }
        client.thread.scheduleWithFixedDelay(client::askWhoIAm, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return client;
    }

    /** Waits until the session was known again, from now on. */
    public void awaitAnswer() {
        int before = answers.get();
        // The next may be one that was asked before.
        Poll.until(LIMIT, "the session is known", () -> answers.get() >= before + 2 || !refusals.isEmpty());
    }

    /** What a path answers. @param path without the first slash @return 0 if nothing does */
    public int status(String path) {
        return send(request(path).GET());
    }

    /** Answers that wanted a login, in words. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void askWhoIAm() {
        int status = status("api/v1/session");
        if (status == 200) {
            answers.incrementAndGet();
        } else if (status == 401 || status == 403) {
            refusals.add("after " + answers + " answers: " + status);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path)).timeout(LIMIT);
    }

    private int send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
