package org.waypost.directory.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {
    @Test
    void portsHaveDefaults() {
        assertEquals(new ServerUrl(false, "dc1.example.com", 389), ServerUrl.parse("ldap://dc1.example.com"));
        assertEquals(new ServerUrl(true, "::1", 636), ServerUrl.parse("ldaps://[::1]/"));
        assertEquals("ldaps://[::1]:636", ServerUrl.parse("LDAPS://[::1]").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dc1.example.com", "http://a", "ldap://", "ldap://a:0", "ldap://a:70000", "ldap://a/dc=x", "ldap://a b"})
    void allElseIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> ServerUrl.parse(text));
    }
}
