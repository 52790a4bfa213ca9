package org.waypost.rus.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.format.smtp.Parsed;

class TemplatesTest {
    private static final Names MARK = new Names("mclark", "Mark", "M", "Clark", "Mark M. Clark");

    @ParameterizedTest
    @CsvSource({"%d, MarkMClark", "%r._%d, MarkM_Clark", "%g.%s, Mark.Clark", "%m, mclark", "%1g%s, MClark", "%g.%2s, Mark.Cl",
            "%r _%d, Mark_M_Clark", "%rar%g%s, MrrkClrrk", "%raa%g%s, MrkClrk", "%g%rkc%s, MarkClarc", "50%%%s, 50%Clark", "%i.%s, M.Clark",
            "..%s.., Clark", "%5d, MarkM"})
    void makesLocalParts(String template, String expected) {
        assertEquals(expected + "@example.com", template("SMTP:" + template + "@Example.com").series(MARK).address(1));
    }

    @Test
    void numbersThoseThatAreTaken() {
        Series series = template("smtp:@example.com").series(MARK);
        assertEquals("mclark2@example.com", series.address(2));
        Series longest = template("smtp:@example.com").series(new Names("a".repeat(80), "", "", "", ""));
        assertEquals("a".repeat(62) + "12@example.com", longest.address(12));
    }

    @Test
    void takesTheAliasWhereNamesGiveNothing() {
        Series series = template("SMTP:%g.%s@example.com").series(new Names("sales", "", "", "", ""));
        assertEquals("sales@example.com", series.address(1));
        assertTrue(series.notes().get(0).contains("alias"), series.notes().toString());
        assertTrue(template("SMTP:%g@example.com").series(new Names("中文", "", "", "", "")).isEmpty());
    }

    @Test
    void writesAccentsPlain() {
        Names jose = new Names("jose", "José", "", "Großmann-Łuk O'Neil", "");
        assertEquals("Jose.Grossmann-LukO'Neil@example.com", template("SMTP:%g.%s@example.com").series(jose).address(1));
    }

    @Test
    void makesX400Addresses() {
        Series series = template("X400:c=us;a= ;p=Example;o=Exchange;").series(new Names("mclark", "Márk", "", "Clark; x=y", ""));
        assertEquals("c=us;a= ;p=Example;o=Exchange;s=Clark xy;g=Mark;", series.address(1));
        assertEquals("c=us;a= ;p=Example;o=Exchange;s=Clark xy2;g=Mark;", series.address(2));
        assertEquals("c=us;p=Example;s=sales;", template("x400:c=us;p=Example").series(new Names("sales", "", "", "", "")).address(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "SMTP:example.com", "SMTP:%x@example.com", "SMTP:%@example.com", "SMTP:%g%@a.b", "SMTP:%0g@a.b",
            "SMTP:%99g@a.b", "SMTP:%123g@a.b", "SMTP:%5%@a.b", "SMTP:%ra@a", "SMTP:@exa mple.com", "SMTP:@-x.com", "SMTP:@", "X400:us", "X400:zz=1;", ":@a.b"})
    void namesFaults(String text) {
        Parsed<Optional<AddressTemplate>> parsed = TemplateParser.parse(text);
        assertInstanceOf(Parsed.Bad.class, parsed, text);
    }

    @Test
    void leavesOtherTypesOut() {
        assertEquals(new Parsed.Ok<>(Optional.empty()), TemplateParser.parse("CCMAIL:%m at Example"));
    }

    private static AddressTemplate template(String text) {
        return ((Parsed.Ok<Optional<AddressTemplate>>) TemplateParser.parse(text)).value().orElseThrow();
    }
}
