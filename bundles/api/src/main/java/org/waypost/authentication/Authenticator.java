package org.waypost.authentication;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Checks passwords. Any thread; returns at once. */
@ProviderType
public interface Authenticator {
    /**
     * @param user as the client wrote it: an address, {@code uid}, {@code sAMAccountName}, {@code userPrincipalName} or DN
     * @param password never kept and never logged; the caller wipes it when the stage is complete
     */
    CompletionStage<Authentication> authenticate(String user, char[] password);
}
