package org.waypost.directory.ldap.watch;

import java.lang.reflect.Field;
import org.apache.directory.api.asn1.ber.grammar.AbstractGrammar;
import org.apache.directory.api.asn1.ber.grammar.GrammarTransition;
import org.apache.directory.api.ldap.codec.LdapMessageGrammar;
import org.apache.directory.api.ldap.codec.LdapStatesEnum;

/**
 * A syncrepl deletion is an entry with an empty list of attributes, followed by controls (RFC 4533 2.2, 3.3.2).
 * The library's decoder (2.1.9) does not expect controls there and ends the connection (ERR_01200): this adds what
 * it lacks, the same that it has where a list of attributes is not empty.
 */
final class SyncreplGrammar {
    private static final int CONTROLS_TAG = 0xA0;

    private SyncreplGrammar() {}

    /** May be called again. */
    static void complete() {
        try {
            Field field = AbstractGrammar.class.getDeclaredField("transitions");
            field.setAccessible(true);
            GrammarTransition<?>[][] transitions = (GrammarTransition<?>[][]) field.get(LdapMessageGrammar.getInstance());
            GrammarTransition<?>[] afterList = transitions[LdapStatesEnum.ATTRIBUTES_SR_STATE.ordinal()];
            if (afterList[CONTROLS_TAG] == null) {
                afterList[CONTROLS_TAG] = transitions[LdapStatesEnum.VALS_SR_STATE.ordinal()][CONTROLS_TAG];
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the LDAP library is another than the one this was written for", e);
        }
    }
}
