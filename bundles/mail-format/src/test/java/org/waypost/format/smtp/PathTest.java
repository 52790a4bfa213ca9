package org.waypost.format.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.mail.Address;

class PathTest {
    private static final String LABEL = "d".repeat(63);
    private static final String DOMAIN_255 = LABEL + "." + LABEL + "." + LABEL + "." + LABEL;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<a@b.example>|a|b.example", "<A.B@B.Example>|A.B|b.example", "<\"a b\"@x>|a b|x", "<\"a\\\"\\\\b\"@x>|a\"\\b|x", "<\"a@b\"@x>|a@b|x",
        "<@r1,@r2.example:a@x>|a|x", "<a@[127.0.0.1]>|a|[127.0.0.1]", "<a@[IPv6:2001:DB8::1]>|a|[ipv6:2001:db8::1]",
        "<a@[IPv6:1:2:3:4:5:6:7:8]>|a|[ipv6:1:2:3:4:5:6:7:8]", "<a@[IPv6:::ffff:192.0.2.1]>|a|[ipv6:::ffff:192.0.2.1]", "<Postmaster>|Postmaster|``", "<user%other.example@x>|user%other.example|x",
        "<a!b@x>|a!b|x", "<../../etc@x>|BAD|", "<a+b=c@x-y.z9>|a+b=c|x-y.z9", "<\">\"@x>|>|x"})
    void readsPaths(String path, String local, String domain) {
        Parsed<RcptCommand> parsed = RcptCommand.parse("TO:" + path, false);
        if (local.equals("BAD")) {
            assertInstanceOf(Parsed.Bad.class, parsed);
        } else {
            assertEquals(new Parsed.Ok<>(new RcptCommand(new Address(local, domain), Map.of())), parsed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@b", "<>", "<a>", "<@x>", "<a@>", "<a@b", "<a@b>x", "<a@b>>", "<.a@b>", "<a.@b>", "<a..b@b>", "<a b@c>", "<a@b c>",
        "<a@-b>", "<a@b->", "<a@b..c>", "<a@b.>", "<a@b_c>", "<a@[1.2.3]>", "<a@[1.2.3.256]>", "<a@[01.2.3.4]>", "<a@[x:1]>", "<a@[IPv6:1::2::3]>",
        "<a@[IPv6:1:2:3:4:5:6:7:8:9]>", "<a@[IPv6:12345::]>", "<a@[127.0.0.1>", "<\"\"@b>", "<\"a@b>", "<\"a\\\"@b>", "<a\"b\"@c>", "<@r a@b>",
        "<@r:>", "<@r:postmaster>", "<a@[IPv6:1:2:3:4:5:6:7::]>", "<\"postmaster\">", "<a@b@c>", "<a@b,c>", "<é@b>", "<a@é>", "<\"é\"@b>"})
    void refusesWhatIsNoPath(String path) {
        Fuzz.assertFit(assertInstanceOf(Parsed.Bad.class, RcptCommand.parse("TO:" + path, false)));
    }

    @Test
    void theNullPathIsForSendersOnlyAndTheBarePostmasterForRecipients() {
        assertEquals(new Parsed.Ok<>(new MailCommand(Optional.empty(), Map.of())), MailCommand.parse("FROM:<>", false));
        assertInstanceOf(Parsed.Bad.class, RcptCommand.parse("TO:<>", false));
        assertInstanceOf(Parsed.Bad.class, MailCommand.parse("FROM:<postmaster>", false));
    }

    @Test
    void readsParameters() {
        assertEquals(new Parsed.Ok<>(new MailCommand(Optional.of(Address.of("a@b")), Map.of("SIZE", "10", "SMTPUTF8", "", "AUTH", "<>"))),
                MailCommand.parse("from: <a@b>  size=10 SMTPUTF8 auth=<>", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIZE=1", " =1", " SIZE=", " SIZE=1 size=2", " A=b=c", " -A", " A_B=1", " A=é", " A=\u0001"})
    void refusesMalformedParameters(String parameters) {
        Fuzz.assertFit(assertInstanceOf(Parsed.Bad.class, MailCommand.parse("FROM:<a@b>" + parameters, false)));
    }

    @Test
    void anInternationalValueNeedsSmtputf8() {
        assertInstanceOf(Parsed.Ok.class, RcptCommand.parse("TO:<a@b> ORCPT=utf-8;é@b", true));
    }

    @Test
    void limitsAreExact() {
        assertInstanceOf(Parsed.Ok.class, parse("l".repeat(64) + "@x", false));
        assertInstanceOf(Parsed.Bad.class, parse("l".repeat(65) + "@x", false));
        assertInstanceOf(Parsed.Ok.class, parse("ü".repeat(32) + "@x", true));
        assertInstanceOf(Parsed.Bad.class, parse("ü".repeat(33) + "@x", true));
        assertInstanceOf(Parsed.Ok.class, AddressFormat.parse("a@" + DOMAIN_255, false));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("a@" + DOMAIN_255 + ".x", false));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("a@" + LABEL + "x", false));
        assertInstanceOf(Parsed.Ok.class, parse("a@" + DOMAIN_255.substring(0, 252), false));
        assertInstanceOf(Parsed.Bad.class, parse("a@" + DOMAIN_255.substring(0, 253), false));
    }

    @Test
    void internationalAddressesNeedSmtputf8() {
        assertEquals(new Parsed.Ok<>(new Address("用户", "例え.テスト")), AddressFormat.parse("用户@例え.テスト", true));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("用户@例え.テスト", false));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("a@例え。テスト", true));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("a\u0085@x", true));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("a\uD800@x", true));
        assertInstanceOf(Parsed.Bad.class, AddressFormat.parse("a\u202Eb@x", true));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            boolean international = random.nextBoolean();
            String local = Fuzz.local(random, international);
            Address address = new Address(local, random.nextBoolean() ? "x.example" : "[192.0.2." + random.nextInt(256) + "]");
            assertEquals(new Parsed.Ok<>(address), AddressFormat.parse(AddressFormat.write(address), international));
            assertEquals(new Parsed.Ok<>(new RcptCommand(address, Map.of())),
                    RcptCommand.parse("TO:<" + AddressFormat.write(address) + ">", international));
        }
    }

    @Test
    void whatIsReadCanBeWritten() {
        Random random = new Random(3);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            Parsed<Address> parsed = AddressFormat.parse(Fuzz.text(random, 6), true);
            Fuzz.assertFit(parsed);
            if (parsed instanceof Parsed.Ok<Address> ok) {
                read++;
                assertEquals(parsed, AddressFormat.parse(AddressFormat.write(ok.value()), true));
            }
        }
        assertEquals(true, read > 100, "the fuzz hits the grammar: " + read);
    }

    @Test
    void anyArgumentGetsAnAnswer() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            String text = Fuzz.text(random, 12);
            Fuzz.assertFit(MailCommand.parse("FROM:<" + text, random.nextBoolean()));
            Fuzz.assertFit(RcptCommand.parse("TO:" + text, random.nextBoolean()));
            Fuzz.assertFit(MailCommand.parse(text, true));
        }
    }

    @Test
    void aControlCharacterNeverGetsOut() {
        assertEquals("a??b@x?y", AddressFormat.write(new Address("a\r\nb", "x\ny")));
    }

    @ParameterizedTest
    @CsvSource({"a.example,true", "localhost,true", "[127.0.0.1],true", "[IPv6:::1],true", "127.0.0.1,true", "a_b,false", "[a],false", "[,false",
        "[],false", "a b,false", "'',false"})
    void knowsWhatEhloMayName(String text, boolean domain) {
        assertEquals(domain, AddressFormat.isDomain(text, false));
    }

    private static Parsed<RcptCommand> parse(String mailbox, boolean international) {
        return RcptCommand.parse("TO:<" + mailbox + ">", international);
    }
}
