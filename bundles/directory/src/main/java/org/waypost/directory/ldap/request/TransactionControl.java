package org.waypost.directory.ldap.request;

import org.apache.directory.api.asn1.ber.tlv.BerValue;
import org.apache.directory.api.asn1.util.Asn1Buffer;
import org.apache.directory.api.ldap.codec.api.AbstractControlFactory;
import org.apache.directory.api.ldap.codec.api.LdapApiService;
import org.apache.directory.api.ldap.model.message.Control;
import org.apache.directory.api.ldap.model.message.controls.AbstractControl;

/**
 * Marks a write as one of a transaction (RFC 5805 2.2). The library's own control is sent without the identifier. Its
 * encoder leaves empty values out, but slapd's identifiers are empty and must be there: so the value is written just
 * before the encoder asks for the criticality, which precedes it in the message. For one thread.
 */
final class TransactionControl extends AbstractControl {
    static final String OID = "1.3.6.1.1.21.2";

    private final byte[] identifier;
    private Asn1Buffer encoding;

    private TransactionControl(byte[] identifier) {
        super(OID, true);
        this.identifier = identifier;
    }

    static TransactionControl of(byte[] identifier, LdapApiService codec) {
        if (!(codec.getRequestControlFactories().get(OID) instanceof Factory)) {
            codec.registerRequestControl(new Factory(codec));
        }
        return new TransactionControl(identifier);
    }

    /** Always. */
    @Override
    public boolean isCritical() {
        if (encoding != null) {
            // Messages are written from their end to their beginning.
            BerValue.encodeOctetString(encoding, identifier);
            encoding = null;
        }
        return true;
    }

    private static final class Factory extends AbstractControlFactory<TransactionControl> {
        Factory(LdapApiService codec) {
            super(codec, OID);
        }

        @Override
        public Control newControl() {
            throw new UnsupportedOperationException("a server does not send it");
        }

        @Override
        public void encodeValue(Asn1Buffer buffer, Control control) {
            ((TransactionControl) control).encoding = buffer;
        }
    }
}
