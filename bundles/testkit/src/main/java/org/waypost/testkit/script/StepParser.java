package org.waypost.testkit.script;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads one line of a script; a mistake is an IllegalArgumentException. */
final class StepParser {
    private StepParser() {}

    static Step parse(int number, String line) {
        int end = keyEnd(line);
        String key = line.substring(0, end);
        String rest = line.startsWith(" ", end) ? line.substring(end + 1) : line.substring(end);
        return switch (key) {
            case "C:" -> new Step.Send(number, (rest + "\r\n").getBytes(StandardCharsets.UTF_8));
            case "C64:" -> new Step.Send(number, Base64.getDecoder().decode(rest.strip()));
            case "D:" -> new Step.Send(number, Escapes.read(rest));
            case "S:" -> expect(number, rest);
            case "S~" -> new Step.ExpectMatch(number, Pattern.compile(rest));
            case "X:" -> close(number, rest.strip());
            default -> throw new IllegalArgumentException("no step begins with '" + key + "'");
        };
    }

    private static int keyEnd(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '~') {
                return i + 1;
            }
        }
        return line.length();
    }

    private static Step expect(int number, String text) {
        return text.endsWith("*") ? new Step.Expect(number, text.substring(0, text.length() - 1), true)
                : new Step.Expect(number, text, false);
    }

    private static Step close(int number, String what) {
        if (!what.equals("close")) {
            throw new IllegalArgumentException("the only thing after X: is close");
        }
        return new Step.ExpectClose(number);
    }
}
