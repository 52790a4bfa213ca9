package org.waypost.directory.ldap.request;

import org.apache.directory.api.asn1.ber.tlv.BerValue;
import org.apache.directory.api.asn1.util.Asn1Buffer;
import org.apache.directory.api.ldap.codec.api.AbstractControlFactory;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.directory.api.ldap.model.message.Control;
import org.apache.directory.api.ldap.model.message.controls.AbstractControl;

/** The assertion control (RFC 4528), which the library lacks, for one equality: the entry must have that value. */
final class AssertionControl extends AbstractControl {
    static final String OID = "1.3.6.1.1.12";

    private final String attribute;
    private final String value;

    AssertionControl(String attribute, String value) {
        super(OID, true);
        this.attribute = attribute;
        this.value = value;
    }

    /** Teaches the library to write it; may be repeated. */
    static void register(LdapApiService codec) {
        if (!codec.getRequestControlFactories().containsKey(OID)) {
            codec.registerRequestControl(new Factory(codec));
        }
    }

    private static final class Factory extends AbstractControlFactory<AssertionControl> {
        /** {@code equalityMatch [3]} of a Filter (RFC 4511 4.5.1). */
        private static final byte EQUALITY = (byte) 0xa3;

        Factory(LdapApiService codec) {
            super(codec, OID);
        }

        @Override
        public Control newControl() {
            return new AssertionControl("objectClass", "top");
        }

        /** The library writes messages from their end to their beginning. */
        @Override
        public void encodeValue(Asn1Buffer buffer, Control control) {
            AssertionControl assertion = (AssertionControl) control;
            int end = buffer.getPos();
            BerValue.encodeOctetString(buffer, assertion.value);
            BerValue.encodeOctetString(buffer, assertion.attribute);
            BerValue.encodeSequence(buffer, EQUALITY, end);
        }
    }
}
