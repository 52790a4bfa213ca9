package org.waypost.directory.ldap.service;

import java.time.Duration;
import org.waypost.directory.ldap.DirectorySettings;
import org.waypost.directory.ldap.Places;
import org.waypost.directory.ldap.recipient.RecipientSettings;

/**
 * All settings.
 *
 * @param loginKept how long a proof of a user is believed without asking again, 0 for not at all
 */
public record ServiceSettings(Places places, DirectorySettings directory, RecipientSettings recipients, Duration loginKept) {}
