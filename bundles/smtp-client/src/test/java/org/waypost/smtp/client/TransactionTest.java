package org.waypost.smtp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waypost.smtp.client.AgentFixture.ALL;
import static org.waypost.smtp.client.AgentFixture.PIPELINING;
import static org.waypost.smtp.client.AgentFixture.PLAIN;
import static org.waypost.smtp.client.AgentFixture.outcomes;
import static org.waypost.smtp.client.AgentFixture.summary;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.delivery.Outcome;
import org.waypost.mail.BodyType;
import org.waypost.smtp.client.AgentFixture.Started;
import org.waypost.smtp.client.session.TlsPolicy;

class TransactionTest {
    private static final String A = "a@example.org";
    private static final String B = "b@example.org";
    private static final String MAIL = "MAIL FROM:<sender@example.com>\r\n";
    private static final String RCPT_A = "RCPT TO:<a@example.org>\r\n";
    private static final String RCPT_B = "RCPT TO:<b@example.org>\r\n";
    private final AgentFixture fixture = new AgentFixture();

    @Test
    void withChunkingASmallMessageGoesOutInOneWrite() {
        Started s = fixture.start(Mails.of("Hi\r\n.\r\n").to(A), ALL);
        assertEquals("MAIL FROM:<sender@example.com> SIZE=7\r\n" + RCPT_A + "BDAT 7 LAST\r\nHi\r\n.\r\n", s.peer().take());
        s.peer().feed("250 2.1.0 ok\r\n250 2.1.5 ok\r\n250 2.6.0 queued as 1\r\n");
        Outcome outcome = outcomes(s.result()).get(0);
        assertEquals(Outcome.Kind.PASSED_ON, outcome.kind());
        assertEquals("250 2.6.0 queued as 1", outcome.text());
        assertEquals("mx.example.org[192.0.2.1]", outcome.remote());
        assertTrue(s.peer().parked().isPresent());
    }

    @Test
    void withPipeliningTheEnvelopeGoesOutInOneWrite() {
        Started s = fixture.start(Mails.of("Hi\r\n.dot").to(A, B), PIPELINING);
        assertEquals(MAIL + RCPT_A + RCPT_B + "DATA\r\n", s.peer().take());
        s.peer().feed("250 ok\r\n550 5.1.1 no\r\n250 ok\r\n");
        assertEquals("", s.peer().take());
        s.peer().feed("354 go\r\n");
        assertEquals("Hi\r\n..dot\r\n.\r\n", s.peer().take());
        s.peer().feed("250 ok\r\n");
        assertEquals("FAILED 5.1.1, RELAYED 2.0.0", summary(s.result()));
        assertTrue(s.peer().parked().isPresent());
    }

    @Test
    void withoutPipeliningEachCommandWaits() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A, B), PLAIN);
        assertEquals(MAIL, s.peer().take());
        s.peer().feed("250 ok\r\n");
        assertEquals(RCPT_A, s.peer().take());
        s.peer().feed("250 ok\r\n");
        assertEquals(RCPT_B, s.peer().take());
        s.peer().feed("452 4.5.3 enough\r\n");
        assertEquals("DATA\r\n", s.peer().take());
        s.peer().feed("354 go\r\n");
        assertEquals("Hi\r\n.\r\n", s.peer().take());
        s.peer().feed("250 ok\r\n");
        assertEquals("RELAYED 2.0.0, DEFERRED 4.5.3", summary(s.result()));
    }

    @Test
    void aRefusedSenderEndsTheTransactionAtOnceWithoutPipelining() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), PLAIN);
        s.peer().take();
        s.peer().feed("550 5.7.1 not you\r\n");
        assertEquals("FAILED 5.7.1", summary(s.result()));
        assertEquals("RSET\r\n", s.peer().take());
        s.peer().feed("250 ok\r\n");
        assertTrue(s.peer().parked().isPresent());
    }

    @Test
    void whenEveryRecipientIsRefusedAPrematureGoAheadIsAnsweredWithADot() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A, B), PIPELINING);
        s.peer().take();
        s.peer().feed("250 ok\r\n550 5.1.1 no\r\n450 4.2.1 later\r\n354 go\r\n");
        assertEquals(".\r\n", s.peer().take());
        s.peer().feed("250 queued what?\r\n");
        assertEquals("FAILED 5.1.1, DEFERRED 4.2.1", summary(s.result()));
    }

    @Test
    void whenEveryRecipientIsRefusedADeniedDataEndsInReset() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), PIPELINING);
        s.peer().take();
        s.peer().feed("250 ok\r\n550 5.1.1 no\r\n503 5.5.1 no recipients\r\n");
        assertEquals("FAILED 5.1.1", summary(s.result()));
        assertEquals("RSET\r\n", s.peer().take());
        s.peer().feed("502 what\r\n");
        assertEquals("QUIT\r\n", s.peer().take());
    }

    @Test
    void aRefusedChunkIsFollowedByReset() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), ALL);
        s.peer().take();
        s.peer().feed("250 ok\r\n550 5.1.1 no\r\n503 5.5.1 no recipients\r\n");
        assertEquals("FAILED 5.1.1", summary(s.result()));
        assertEquals("RSET\r\n", s.peer().take());
    }

    @ParameterizedTest
    @CsvSource({"450 4.3.0 busy,DEFERRED 4.3.0", "550 no,FAILED 5.0.0"})
    void aRefusedDataIsForAcceptedRecipients(String reply, String expected) {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A, B), PIPELINING);
        s.peer().feed("250 ok\r\n250 ok\r\n551 5.1.6 moved\r\n" + reply + "\r\n");
        assertEquals(expected + ", FAILED 5.1.6", summary(s.result()));
    }

    @ParameterizedTest
    @CsvSource({"451 4.3.0 disk,DEFERRED 4.3.0", "554 5.7.1 spam,FAILED 5.7.1", "250 2.0.0 ok,RELAYED 2.0.0"})
    void theLastReplyIsForAcceptedRecipients(String reply, String expected) {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A, B), PIPELINING);
        s.peer().feed("250 ok\r\n250 ok\r\n551 5.1.6 moved\r\n354 go\r\n" + reply + "\r\n");
        assertEquals(expected + ", FAILED 5.1.6", summary(s.result()));
        assertTrue(s.peer().parked().isPresent());
    }

    @Test
    void a421InTheMiddleDefersTheRest() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A, B), PIPELINING);
        s.peer().feed("250 ok\r\n550 5.1.1 no\r\n421 4.3.2 bye\r\n");
        assertEquals("FAILED 5.1.1, DEFERRED 4.3.2", summary(s.result()));
        assertTrue(s.peer().isClosed());
    }

    @Test
    void aLostConnectionSaysWhere() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), PIPELINING);
        s.peer().feed("250 ok\r\n");
        s.peer().drop();
        assertEquals("lost connection with mx.example.org[192.0.2.1] while sending RCPT TO", outcomes(s.result()).get(0).text());
        assertEquals("DEFERRED 4.4.2", summary(s.result()));
    }

    @Test
    void aConnectionLostAfterTheEndSaysThatTheMessageMayComeTwice() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), PIPELINING);
        s.peer().feed("250 ok\r\n250 ok\r\n354 go\r\n");
        s.peer().drop();
        assertTrue(outcomes(s.result()).get(0).text().endsWith("which may be sent more than once"));
    }

    @Test
    void silenceEndsTheConversation() {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), PIPELINING);
        s.peer().feed("250 ok\r\n250 ok\r\n");
        s.peer().timeOut();
        assertEquals("conversation with mx.example.org[192.0.2.1] timed out while sending DATA",
                outcomes(s.result()).get(0).text());
        assertTrue(s.peer().isClosed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "250-half\r\n251 other", "354 go on"})
    void garbageIsNotFollowed(String garbage) {
        Started s = fixture.start(Mails.of("Hi\r\n").to(A), PIPELINING);
        s.peer().feed("250 ok\r\n" + garbage + "\r\n");
        assertEquals("DEFERRED 4.5.0", summary(s.result()));
        assertTrue(s.peer().isClosed());
    }

    @Test
    void dsnParametersArePassedOn() {
        Started s = fixture.start(Mails.of("Hi\r\n").withDsn().to("a+b@example.org"), ALL);
        String sent = s.peer().take();
        assertTrue(sent.startsWith("MAIL FROM:<sender@example.com> SIZE=4 RET=HDRS ENVID=id+3D1\r\n"
                + "RCPT TO:<a+b@example.org> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;a+2Bb@example.org\r\n"), sent);
    }

    @Test
    void dsnParametersAreLeftOutWhereTheyAreNotOffered() {
        Started s = fixture.start(Mails.of("Hi\r\n").withDsn().to(A), PIPELINING);
        assertEquals(MAIL + RCPT_A + "DATA\r\n", s.peer().take());
    }

    @Test
    void aMessageTheServerCannotTakeFailsAndTheConnectionIsKept() {
        assertEquals("FAILED 5.6.7", summary(fixture.start(Mails.of("Hi\r\n").inUtf8().to(A), PIPELINING).result()));
        assertEquals("FAILED 5.6.3", summary(fixture.deliver(Mails.of("Hi\n").body(BodyType.BINARY_MIME).to(A))));
        assertEquals(1, fixture.peers.made());
    }

    @Test
    void aMessageLargerThanTheServerTakesFails() {
        assertEquals("FAILED 5.3.4", summary(fixture.start(Mails.of("x".repeat(20)).to(A), "250-mx\r\n250 SIZE 19\r\n").result()));
    }

    @Test
    void bodyAndSmtputf8AreDeclaredWhereOffered() {
        Started s = fixture.start(Mails.of("é\r\n").body(BodyType.EIGHT_BIT_MIME).inUtf8().to("jürgen@example.org"), ALL);
        String sent = new String(s.peer().output(), StandardCharsets.UTF_8);
        assertTrue(sent.contains("SIZE=4 BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<jürgen@example.org>\r\n"), sent);
    }

    @Test
    void binaryContentIsSentAsAChunkEvenWhenChunkingIsOff() {
        AgentFixture off = new AgentFixture(AgentFixture.settings(TlsPolicy.OPPORTUNISTIC, 3, false));
        Started s = off.start(Mails.of("a\nb").body(BodyType.BINARY_MIME).to(A), ALL);
        assertTrue(s.peer().take().endsWith("BDAT 3 LAST\r\na\nb"));
        AgentFixture plain = new AgentFixture(AgentFixture.settings(TlsPolicy.OPPORTUNISTIC, 3, false));
        assertTrue(plain.start(Mails.of("Hi\r\n").to(A), ALL).peer().take().endsWith("DATA\r\n"));
    }

    @Test
    void aLargeMessageIsStreamedAfterTheEnvelopeIsAnswered() {
        byte[] content = lines(300_000);
        Started s = fixture.start(Mails.of(content).to(A), ALL);
        assertTrue(s.peer().take().endsWith(RCPT_A));
        s.peer().feed("250 ok\r\n250 ok\r\n");
        assertEquals("BDAT 300000 LAST\r\n" + new String(content, StandardCharsets.ISO_8859_1), s.peer().take());
        assertFalse(s.result().isDone());
        s.peer().timeOut();
        assertFalse(s.result().isDone(), "content went out since the last look");
        s.peer().feed("250 2.6.0 ok\r\n");
        assertEquals("PASSED_ON 2.6.0", summary(s.result()));
    }

    @Test
    void aLargeMessageIsStuffedAcrossPieces() {
        byte[] content = lines(200_000);
        Started s = fixture.start(Mails.of(content).to(A), PIPELINING);
        s.peer().take();
        s.peer().feed("250 ok\r\n250 ok\r\n354 go\r\n");
        String expected = new String(content, StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
        String sent = s.peer().take();
        assertTrue(sent.endsWith("\r\n.\r\n"));
        assertTrue(sent.startsWith(expected.startsWith(".") ? "." + expected : expected));
        s.peer().timeOut();
        s.peer().timeOut();
        assertEquals("DEFERRED 4.4.2", summary(s.result()), "the second silence is one too many");
    }

    private static byte[] lines(int length) {
        byte[] content = new byte[length];
        Random random = new Random(5);
        for (int i = 0; i < length; i += 2) {
            boolean end = random.nextInt(4) == 0;
            content[i] = (byte) (end ? '\r' : '.');
            content[i + 1] = (byte) (end ? '\n' : 'x');
        }
        return content;
    }
}
