package org.waypost.itests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP interface of a home, asked as its administrator. */
public final class HttpApi {
    private final HttpClient client = HttpClient.newBuilder().sslContext(TrustAll.context()).build();
    private final String base;
    private String cookie = "";
    private String csrf = "";

    private HttpApi(String base) {
        this.base = base;
    }

    /** Logged in as {@code admin}. */
    public static HttpApi of(WaypostHome home) {
        HttpApi api = new HttpApi("https://127.0.0.1:" + home.consolePort() + "/api/v1");
        Answer login = api.ask("POST", "/session", "{\"user\":\"admin\",\"password\":\"" + home.adminPassword() + "\"}");
        api.csrf = login.text("csrf");
        return api;
    }

    /** @param body JSON */
    public record Answer(int status, String body) {
        /** The first member of that name whose value is a text. */
        public String text(String name) {
            Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
            if (!member.find()) {
                throw new AssertionError("no " + name + " in " + status + " " + body);
            }
            return member.group(1);
        }
    }

    /** @param path below {@code /api/v1}; @param body JSON; empty for none */
    public Answer ask(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("X-CSRF-Token", csrf).header("Cookie", cookie)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";")[0]);
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public Answer get(String path) {
        return ask("GET", path, "");
    }
}
