package org.waypost.categorize.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waypost.categorize.CategorizerEvent;
import org.waypost.categorize.CategorizerSettings;
import org.waypost.categorize.RecordedEvents;
import org.waypost.mail.Address;

class SettingsReaderTest {
    private final RecordedEvents events = new RecordedEvents();
    private final SettingsReader reader = new SettingsReader("org.waypost.categorizer", events);

    @Test
    void goodValuesAreTaken() {
        CategorizerSettings settings = reader.read(config("Example.com, seattle.example.com", 7, "p@example.com"), SettingsReader.INITIAL);

        assertEquals(new CategorizerSettings(List.of("example.com", "seattle.example.com"), Set.of("shared.example"), 7, 50, "lmtp", "-",
                Optional.of(Address.of("p@example.com"))), settings);
        assertEquals(List.of(), events.types());
    }

    @Test
    void aBadValueKeepsTheLastGoodOneAndABadDomainIsLeftOut() {
        CategorizerSettings last = reader.read(config("example.com", 7, "p@example.com"), SettingsReader.INITIAL);
        CategorizerSettings settings = reader.read(config("example.com,bad domain", -1, "nobody at all"), last);

        assertEquals(last, settings);
        assertEquals(List.of(CategorizerEvent.BAD_CONFIGURATION, CategorizerEvent.BAD_CONFIGURATION, CategorizerEvent.BAD_CONFIGURATION),
                events.types());
        assertEquals("[org.waypost.categorizer, authoritativeDomains, bad domain, a domain name]", events.parameters().get(0));
    }

    private static CategorizerConfig config(String domains, int recipients, String postmaster) {
        return new CategorizerConfig() {
            @Override
            public String[] authoritativeDomains() {
                return new String[] {domains};
            }

            @Override
            public String[] sharedDomains() {
                return new String[] {"shared.example"};
            }

            @Override
            public int recipientLimit() {
                return recipients;
            }

            @Override
            public int maxMembers() {
                return 50;
            }

            @Override
            public String localAgent() {
                return "lmtp";
            }

            @Override
            public String subaddressSeparator() {
                return "-";
            }

            @Override
            public String postmaster() {
                return postmaster;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return CategorizerConfig.class;
            }
        };
    }
}
