package org.waypost.itests.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelExec;
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
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> true);
            client.start();
            try (ClientSession session = client.connect("admin", "127.0.0.1", port).verify(limit).getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(limit);
                return run(session, command);
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
            if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), limit).contains(ClientChannelEvent.TIMEOUT)) {
                throw new AssertionError(command + " did not end:\n" + text(output));
            }
            Integer status = channel.getExitStatus();
            return new Command.Result(List.of(command), status == null ? -1 : status, text(output));
        }
    }

    private static String text(ByteArrayOutputStream output) {
        return output.toString(StandardCharsets.UTF_8);
    }
}
