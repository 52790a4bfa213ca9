package org.waypost.itests.harness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One session of a {@link ScriptedSink}. */
final class SinkSession {
    private static final int BUFFER = 1 << 16;

    private final ScriptedSink sink;
    private final InputStream in;
    private final OutputStream out;
    private String sender = "";
    private List<String> recipients = new ArrayList<>();

    SinkSession(Socket socket, ScriptedSink sink) throws IOException {
        this.sink = sink;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    void run() throws IOException {
        reply("220 sink.test ESMTP");
        boolean open = true;
        while (open) {
            String line = line();
            int space = line.indexOf(' ');
            String verb = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
            open = !verb.equals("QUIT");
            reply(sink.refusal(verb, line.substring(verb.length()).trim()).orElseGet(() -> accept(verb, line)));
            if (verb.equals("DATA") && !recipients.isEmpty()) {
                data();
            }
        }
    }

    private String accept(String verb, String line) {
        switch (verb) {
            case "EHLO":
                return "250-sink.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 DSN";
            case "MAIL":
                sender = line;
                recipients = new ArrayList<>();
                return "250 2.1.0 Ok";
            case "RCPT":
                recipients.add(line);
                return "250 2.1.5 Ok";
            case "DATA":
                return recipients.isEmpty() ? "554 5.5.1 No recipients" : "354 Go on";
            case "QUIT":
                return "221 2.0.0 Bye";
            default:
                return "250 2.0.0 Ok";
        }
    }

    private void data() throws IOException {
        StringBuilder text = new StringBuilder();
        Optional<String> loadId = Optional.empty();
        String line = line();
        while (!line.equals(".")) {
            if (loadId.isEmpty() && line.startsWith(MailCounts.HEADER)) {
                loadId = Optional.of(line.substring(MailCounts.HEADER.length()).trim());
            }
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            line = line();
        }
        Optional<String> refusal = sink.refusal(".", "");
        if (refusal.isEmpty()) {
            sink.take(new ScriptedSink.SunkMessage(sender, List.copyOf(recipients), text.toString()), loadId);
        }
        recipients = new ArrayList<>();
        reply(refusal.orElse("250 2.0.0 Taken"));
    }

    // Pipelined commands get their replies in one packet.
    private void reply(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        if (in.available() == 0) {
            out.flush();
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = in.read();
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException();
            }
            text.append((char) c);
            c = in.read();
        }
        return text.length() > 0 && text.charAt(text.length() - 1) == '\r' ? text.substring(0, text.length() - 1) : text.toString();
    }
}
