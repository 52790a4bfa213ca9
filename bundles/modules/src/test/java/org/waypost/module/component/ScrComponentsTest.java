package org.waypost.module.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class ScrComponentsTest {
    @Test
    void ofAFailedActivationTheCauseIsTold() {
        Throwable cause = new IllegalArgumentException("no such folder");
        assertEquals(cause.toString(), ScrComponents.root(trace(new InvocationTargetException(new IllegalStateException("outer", cause)))));
        assertEquals(cause.toString(), ScrComponents.root(trace(cause)));
        assertEquals("", ScrComponents.root(""));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
