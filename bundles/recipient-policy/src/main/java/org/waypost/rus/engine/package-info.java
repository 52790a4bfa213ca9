/**
 * The Recipient Update Service: an instance for each base DN follows the changes of its recipients, and of the
 * policies, and stamps whoever is not as the policy in force says. An address is unique over the directory because
 * its reservation, an entry named after it, is made before it is stamped; runs hold a lease instead. Plain Java over the contracts of directory
 * and metabase.
 */
package org.waypost.rus.engine;
