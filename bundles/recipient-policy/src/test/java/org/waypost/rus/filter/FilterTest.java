package org.waypost.rus.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waypost.directory.Entry;
import org.waypost.format.smtp.Parsed;

class FilterTest {
    private static final Map<String, List<String>> ANN = Map.of("objectClass", List.of("top", "user"), "l", List.of("Seattle"),
            "cn", List.of("Ann (Sales) *"), "department", List.of("12"), "userAccountControl", List.of("514"),
            "objectCategory", List.of("CN=Person,CN=Schema,CN=Configuration,DC=example,DC=com"));
    private static final Entry ENTRY = new Entry("cn=ann", new UUID(0, 1), ANN);

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {"(l=seattle)#true", "(L=Seattle)#true", "(l=Rome)#false", "(!(l=Rome))#true", "(!(x=1))#true", "(l=*)#true",
            "(x=*)#false", "(&)#true", "(|)#false", "(&(l=Seattle)(objectClass=user))#true", "(|(l=Rome)(cn=ann*))#true", "(cn=*sales*)#true",
            "(cn=ann*sal*\\2a)#true", "(cn=ann*ann*)#false", "(cn=a*n \\28sales\\29 \\2A)#true", "(department>=9)#true", "(department<=9)#false",
            "(l~=SEATTLE)#true", "(userAccountControl:1.2.840.113556.1.4.803:=2)#true", "(userAccountControl:1.2.840.113556.1.4.803:=3)#false",
            "(userAccountControl:1.2.840.113556.1.4.804:=3)#true", "(objectCategory=person)#true", "(objectCategory=group)#false",
            "(& (l=Seattle) (! (x=*) ) )#true"})
    void evaluates(String text, boolean expected) {
        assertEquals(expected, parse(text).matches(ENTRY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "l=Seattle", "(l=Seattle", "(l=Seattle))", "(&(l=Seattle)", "()", "(=x)", "(l)", "(!l=x)", "(l=\\2)", "(l=\\zz)",
            "(l=\\ff)", "(1.2.3=x)", "(l:caseExactMatch:=x)", "(a b=x)", "(l=(x)", "(u:1.2.840.113556.1.4.803:=x)", "(!)"})
    void namesFaults(String text) {
        assertInstanceOf(Parsed.Bad.class, FilterParser.parse(text), text);
    }

    @Test
    void refusesWhatIsTooDeep() {
        assertInstanceOf(Parsed.Bad.class, FilterParser.parse("(!".repeat(20_000) + "(a=b)" + ")".repeat(20_000)));
    }

    /** Every filter that another implementation reads is read here, and finds the same. */
    @Test
    void agreesWithAnotherImplementation() throws LDAPException {
        Random random = new Random(4711);
        for (int i = 0; i < 5_000; i++) {
            com.unboundid.ldap.sdk.Entry other = new com.unboundid.ldap.sdk.Entry("cn=x");
            Map<String, List<String>> attributes = new TreeMap<>();
            for (String name : List.of("a", "b", "c")) {
                if (random.nextInt(4) > 0) {
                    String value = value(random);
                    attributes.put(name, List.of(value));
                    other.addAttribute(name, value);
                }
            }
            String text = filter(random, 3);
            assertEquals(Filter.create(text).matchesEntry(other), parse(text).matches(new Entry("cn=x", new UUID(0, 0), attributes)),
                    text + " " + attributes);
        }
    }

    /** Whatever comes in, it is answered. */
    @Test
    void survivesAnything() {
        Random random = new Random(42);
        String alphabet = "()&|!=*<>~:\\ab1 \u00e9\ud83d\ude00";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "(" : "(&(a=b)");
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            assertNotNull(FilterParser.parse(text.append(")").toString()));
        }
    }

    private static String value(Random random) {
        return random.ints(1 + random.nextInt(3), 0, 3).mapToObj(i -> List.of("x", "Y", "z").get(i)).reduce("", String::concat);
    }

    private static String filter(Random random, int depth) {
        String attribute = List.of("a", "b", "c").get(random.nextInt(3));
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> "(" + attribute + "=" + value(random) + ")";
            case 1 -> "(" + attribute + "=*)";
            case 2 -> "(" + attribute + "=" + value(random) + "*" + value(random) + "*)";
            case 3 -> "(" + attribute + "=*" + value(random) + ")";
            case 4 -> "(!" + filter(random, depth - 1) + ")";
            case 5 -> "(&" + filter(random, depth - 1) + filter(random, depth - 1) + ")";
            default -> "(|" + filter(random, depth - 1) + filter(random, depth - 1) + filter(random, depth - 1) + ")";
        };
    }

    private static LdapFilter parse(String text) {
        return assertInstanceOf(Parsed.Ok.class, FilterParser.parse(text), text).value() instanceof LdapFilter filter ? filter : null;
    }
}
