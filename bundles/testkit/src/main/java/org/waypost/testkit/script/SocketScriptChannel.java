package org.waypost.testkit.script;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A script's connection over a real socket, in the clear or, with an SSLSocket, secured. */
public final class SocketScriptChannel implements ScriptChannel, AutoCloseable {
    private static final int CONNECT_MILLIS = 5000;

    private final Socket socket;
    private final InputStream in;

    /**
     * @param socket connected; closed with this channel
     */
    public SocketScriptChannel(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static SocketScriptChannel connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return new SocketScriptChannel(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new ScriptFailure("cannot send: " + e.getMessage(), e);
        }
    }

    @Override
    public String receiveLine(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int b = read(deadline); b != '\n'; b = read(deadline)) {
                if (b < 0) {
                    throw new ScriptFailure("the server closed the connection after: " + Escapes.show(line.toByteArray()));
                }
                line.write(b);
            }
        } catch (SocketTimeoutException e) {
            throw new ScriptFailure("no complete line in " + patience + ", only: " + Escapes.show(line.toByteArray()), e);
        } catch (IOException e) {
            throw new ScriptFailure("cannot receive: " + e.getMessage(), e);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (!text.endsWith("\r")) {
            throw new ScriptFailure("a line ended by LF alone: " + text);
        }
        return text.substring(0, text.length() - 1);
    }

    @Override
    public boolean closed(Duration patience) {
        try {
            return read(System.nanoTime() + patience.toNanos()) < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int read(long deadline) throws IOException {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        return in.read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
