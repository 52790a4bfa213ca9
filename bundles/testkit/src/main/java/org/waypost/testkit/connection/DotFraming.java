package org.waypost.testkit.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.waypost.connection.Unit;
import org.waypost.connection.Want;

/** Unstuffs data byte by byte; see {@link Want.DotStuffed}. Its state lies between two bytes. */
final class DotFraming {
    private enum State { LINE_START, TEXT, CR, DOT, DOT_CR, END }

    private State state = State.LINE_START;
    private boolean bare;
    private boolean mend;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    Optional<Unit> next(Want.DotStuffed want, InputBytes input) {
        mend = want.mendBareLineEnds();
        while (input.available() > 0 && state != State.END && out.size() < want.maxPart()) {
            step(input.next());
        }
        if (out.size() == 0 && state != State.END) {
            return Optional.empty();
        }
        Unit part = new Unit.Part(ByteBuffer.wrap(out.toByteArray()), state == State.END, bare);
        out = new ByteArrayOutputStream();
        bare = false;
        if (state == State.END) {
            state = State.LINE_START;
        }
        return Optional.of(part);
    }

    private void step(byte b) {
        switch (state) {
            case LINE_START -> {
                if (b == '.') {
                    state = State.DOT;
                } else {
                    text(b);
                }
            }
            case DOT -> {
                if (b == '\r') {
                    state = State.DOT_CR;
                } else {
                    text(b);
                }
            }
            case DOT_CR -> {
                if (b == '\n') {
                    state = State.END;
                } else {
                    bareCr(b);
                }
            }
            case CR -> {
                if (b == '\n') {
                    out.write('\r');
                    out.write('\n');
                    state = State.LINE_START;
                } else {
                    bareCr(b);
                }
            }
            default -> text(b);
        }
    }

    private void bareCr(byte following) {
        bareEnd('\r');
        text(following);
    }

    private void text(byte b) {
        state = b == '\r' ? State.CR : State.TEXT;
        if (b == '\n') {
            bareEnd('\n');
        } else if (b != '\r') {
            out.write(b);
        }
    }

    private void bareEnd(char end) {
        bare = true;
        if (mend) {
            out.write('\r');
            out.write('\n');
        } else {
            out.write(end);
        }
    }
}
