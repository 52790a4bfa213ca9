package org.waypost.smtp.server.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.waypost.connection.FrozenConversation;

class HeaderCompletionTest {
    private static final Map<String, String> WANTED = new LinkedHashMap<>();
    private static final String DATE = "Date: now\r\n";
    private static final String ID = "Message-ID: <i>\r\n";
    private static final UnaryOperator<HeaderCompletion> AS_IT_IS = UnaryOperator.identity();

    static {
        WANTED.put("date", DATE);
        WANTED.put("message-id", ID);
    }

    @Test
    void addsWhatIsMissingAtTheEndOfTheHeader() {
        completes("Subject: x\r\n\r\nDate: in the body\r\n", "Subject: x\r\n" + DATE + ID + "\r\nDate: in the body\r\n");
        completes("Subject: x\r\nDATE : then\r\n\r\nbody\r\n", "Subject: x\r\nDATE : then\r\n" + ID + "\r\nbody\r\n");
        completes("Message-Id: <a>\r\nDate:\r\n then\r\n\r\n", "Message-Id: <a>\r\nDate:\r\n then\r\n\r\n");
        completes("Subject: x\r\n Date: folded\r\n\r\n", "Subject: x\r\n Date: folded\r\n" + DATE + ID + "\r\n");
        completes("\r\nbody\r\n", DATE + ID + "\r\nbody\r\n");
    }

    @Test
    void aHeaderWithoutItsEmptyLineGetsOne() {
        completes("no header at all\r\n", DATE + ID + "\r\nno header at all\r\n");
        completes("Subject: x\r\nbody, it is\r\n", "Subject: x\r\n" + DATE + ID + "\r\nbody, it is\r\n");
        completes(" folded nothing\r\n", DATE + ID + "\r\n folded nothing\r\n");
        completes("Date x: y\r\n", DATE + ID + "\r\nDate x: y\r\n");
        completes("\u00e4: b\r\n", DATE + ID + "\r\n\u00e4: b\r\n");
        String long1 = "x".repeat(5000) + ": y\r\n";
        completes(long1, DATE + ID + "\r\n" + long1);
    }

    @Test
    void aMessageMayEndWithinItsHeader() {
        completes("", DATE + ID);
        completes("Subject: x\r\n", "Subject: x\r\n" + DATE + ID);
        completes("Subject: x", "Subject: x\r\n" + DATE + ID);
        completes("Subje", DATE + ID + "\r\nSubje");
    }

    @Test
    void howItIsCutAndWhetherItIsFrozenChangesNothing() {
        Random random = new Random(20_261_125);
        String letters = "Date:MsgId- \t\r\n\n\r\u00e4x";
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "Date: x\r\n" : "Subject: x\r\nMessage-ID");
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String whole = run(text.toString(), text.length() + 1, AS_IT_IS);
            assertEquals(whole, run(text.toString(), 1 + random.nextInt(4), AS_IT_IS), text.toString());
            assertEquals(whole, run(text.toString(), 1, HeaderCompletionTest::frozen), text.toString());
        }
    }

    private static void completes(String text, String expected) {
        for (int size : new int[] {1, 2, 3, 7, text.length() + 1}) {
            assertEquals(expected, run(text, size, AS_IT_IS), "parts of " + size);
            assertEquals(expected, run(text, size, HeaderCompletionTest::frozen), "frozen, parts of " + size);
        }
    }

    private static HeaderCompletion frozen(HeaderCompletion completion) {
        return HeaderCompletion.thaw(new FrozenConversation("test", 1, completion.freeze()).data());
    }

    private static String run(String text, int size, UnaryOperator<HeaderCompletion> between) {
        HeaderCompletion completion = new HeaderCompletion(WANTED);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i += size) {
            String part = text.substring(i, Math.min(text.length(), i + size));
            append(out, completion.pass(ByteBuffer.wrap(part.getBytes(StandardCharsets.ISO_8859_1))));
            completion = between.apply(completion);
        }
        append(out, completion.end());
        return out.toString();
    }

    private static void append(StringBuilder out, List<ByteBuffer> parts) {
        parts.forEach(part -> out.append(StandardCharsets.ISO_8859_1.decode(part.duplicate())));
    }
}
