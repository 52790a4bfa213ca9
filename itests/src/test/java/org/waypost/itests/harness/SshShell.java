package org.waypost.itests.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;

/**
 * Commands of the administration shell by SSH, as {@code ./waypost shell} sends them, without a Java process for each,
 * which would take seconds beside a loaded server. Each has a connection of its own. Any thread.
 *
 * @param port of 127.0.0.1
 * @param password of the user admin
 */
record SshShell(int port, String password, Duration limit) {
    /** @throws AssertionError if the shell does not answer or the command does not end in time */
    Command.Result run(String command) {
        return connected(command, session -> run(session, command));
    }

    /**
     * What is to be seen after a command was typed at a terminal, with the prompts and without colours.
     *
     * @param columns of the terminal
     * @throws AssertionError if the shell does not end in time
     */
    String typed(String command, int columns) {
        return connected(command, session -> typed(session, command, columns));
    }

    private <T> T connected(String command, Use<T> use) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            try (ClientSession session = client.connect("admin", "127.0.0.1", port).verify(limit).getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(limit);
                return use.of(session);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
    }

    private Command.Result run(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ChannelExec channel = session.createExecChannel(command + "\n")) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(limit);
            awaitEnd(channel, command, output);
            Integer status = channel.getExitStatus();
            return new Command.Result(List.of(command), status == null ? -1 : status, text(output));
        }
    }

    private String typed(ClientSession session, String command, int columns) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ChannelShell channel = session.createShellChannel()) {
            channel.setPtyType("xterm");
            channel.setPtyColumns(columns);
            channel.setIn(new ByteArrayInputStream((command + "\nlogout\n").getBytes(StandardCharsets.UTF_8)));
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(limit);
            awaitEnd(channel, command, output);
        }
        return text(output).replaceAll("\u001b(\\[[0-9;?]*[a-zA-Z]|[=>])", "");
    }

    private void awaitEnd(ClientChannel channel, String command, ByteArrayOutputStream output) {
        if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit).contains(ClientChannelEvent.TIMEOUT)) {
            throw new AssertionError(command + " did not end:\n" + text(output));
        }
    }

    private static String text(ByteArrayOutputStream output) {
        return output.toString(StandardCharsets.UTF_8);
    }

    /** What is done in a session. */
    private interface Use<T> {
        T of(ClientSession session) throws IOException;
    }
}
