package org.waypost.directory.ldap.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.directory.api.ldap.model.message.Control;
import org.apache.directory.api.ldap.model.message.controls.OpaqueControl;

/** The assertion control (RFC 4528), which the library lacks, for one equality. */
final class AssertionControl {
    static final String OID = "1.3.6.1.1.12";
    private static final int OCTETS = 0x04;
    /** {@code equalityMatch [3]} of a Filter (RFC 4511 4.5.1). */
    private static final int EQUALITY = 0xa3;
    private static final int LONGEST_SHORT_LENGTH = 127;

    private AssertionControl() {}

    /** The entry must have that value when it is changed. */
    static Control equal(String attribute, String value) {
        ByteArrayOutputStream pair = new ByteArrayOutputStream();
        element(pair, OCTETS, attribute.getBytes(StandardCharsets.UTF_8));
        element(pair, OCTETS, value.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream filter = new ByteArrayOutputStream();
        element(filter, EQUALITY, pair.toByteArray());
        OpaqueControl control = new OpaqueControl(OID, true);
        control.setEncodedValue(filter.toByteArray());
        return control;
    }

    private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        if (content.length <= LONGEST_SHORT_LENGTH) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
    }
}
