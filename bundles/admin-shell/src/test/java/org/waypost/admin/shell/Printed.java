package org.waypost.admin.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a view prints. */
public final class Printed {
    private Printed() {
    }

    public static String by(View view) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        view.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** May refuse. */
    public interface View {
        void print(PrintStream out) throws Exception;
    }
}
