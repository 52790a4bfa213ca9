package org.waypost.directory.ldap.request;

import java.util.Set;
import org.apache.directory.api.ldap.model.exception.LdapException;
import org.apache.directory.api.ldap.model.message.LdapResult;
import org.apache.directory.api.ldap.model.message.ResultCodeEnum;
import org.waypost.directory.DirectoryRefusedException;

/** What result codes (RFC 4511 4.1.9) mean to us. */
final class Results {
    /** The server cannot answer at present: another one may, or it later. */
    private static final Set<ResultCodeEnum> PASSING =
            Set.of(ResultCodeEnum.BUSY, ResultCodeEnum.UNAVAILABLE, ResultCodeEnum.TIME_LIMIT_EXCEEDED);

    private Results() {}

    /** Returns if the server did what it was asked for. */
    static void check(LdapResult result) throws LdapException {
        checkAnswered(result);
        if (result.getResultCode() != ResultCodeEnum.SUCCESS) {
            throw refused(result);
        }
    }

    /** Returns if the server answered, whatever it said. */
    static void checkAnswered(LdapResult result) throws LdapException {
        if (PASSING.contains(result.getResultCode())) {
            throw new LdapException(text(result));
        }
    }

    static DirectoryRefusedException refused(LdapResult result) {
        return new DirectoryRefusedException(result.getResultCode().getResultCode(), text(result));
    }

    static String text(LdapResult result) {
        StringBuilder text = new StringBuilder(result.getResultCode().getMessage());
        if (result.getDiagnosticMessage() != null && !result.getDiagnosticMessage().isBlank()) {
            text.append(" (").append(result.getDiagnosticMessage().trim()).append(')');
        }
        if (result.getResultCode() == ResultCodeEnum.REFERRAL && result.getReferral() != null) {
            text.append(" to ").append(String.join(" ", result.getReferral().getLdapUrls())).append("; referrals are not followed");
        }
        return text.toString();
    }
}
