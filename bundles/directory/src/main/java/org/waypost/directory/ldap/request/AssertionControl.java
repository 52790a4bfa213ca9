package org.waypost.directory.ldap.request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.directory.api.asn1.ber.tlv.BerValue;
import org.apache.directory.api.asn1.util.Asn1Buffer;
import org.apache.directory.api.ldap.codec.api.AbstractControlFactory;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.directory.api.ldap.model.message.Control;
import org.apache.directory.api.ldap.model.message.controls.AbstractControl;
import org.waypost.directory.DirectoryWrite.Assertion;

/**
 * The assertion control (RFC 4528), which the library lacks: of each attribute the entry must have all the values, or
 * not have the attribute.
 */
final class AssertionControl extends AbstractControl {
    static final String OID = "1.3.6.1.1.12";

    private final List<Assertion> assertions;

    AssertionControl(List<Assertion> assertions) {
        super(OID, true);
        this.assertions = assertions;
    }

    /** Teaches the library to write it; may be repeated. */
    static void register(LdapApiService codec) {
        if (!codec.getRequestControlFactories().containsKey(OID)) {
            codec.registerRequestControl(new Factory(codec));
        }
    }

    private static final class Factory extends AbstractControlFactory<AssertionControl> {
        /** Choices of a Filter (RFC 4511 4.5.1). */
        private static final byte AND = (byte) 0xa0;
        private static final byte NOT = (byte) 0xa2;
        private static final byte EQUALITY_MATCH = (byte) 0xa3;
        private static final byte PRESENT = (byte) 0x87;

        Factory(LdapApiService codec) {
            super(codec, OID);
        }

        @Override
        public Control newControl() {
            throw new UnsupportedOperationException("a server does not send it");
        }

        /** The library writes messages from their end to their beginning. */
        @Override
        public void encodeValue(Asn1Buffer buffer, Control control) {
            int end = buffer.getPos();
            ((AssertionControl) control).assertions.forEach(assertion -> encode(buffer, assertion));
            BerValue.encodeSequence(buffer, AND, end);
        }

        private static void encode(Asn1Buffer buffer, Assertion assertion) {
            if (assertion.values().isEmpty()) {
                int end = buffer.getPos();
                BerValue.encodeOctetString(buffer, PRESENT, assertion.attribute().getBytes(StandardCharsets.UTF_8));
                BerValue.encodeSequence(buffer, NOT, end);
            }
            for (String value : assertion.values()) {
                int equality = buffer.getPos();
                BerValue.encodeOctetString(buffer, value);
                BerValue.encodeOctetString(buffer, assertion.attribute());
                BerValue.encodeSequence(buffer, EQUALITY_MATCH, equality);
            }
        }
    }
}
