package org.waypost.transport.mina.listener;

import java.io.IOException;

/** Another listener of this process has the address; the message is a sentence for the operator. */
final class BindingTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    BindingTakenException(String message) {
        super(message);
    }
}
