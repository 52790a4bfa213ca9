/**
 * What a recipient is to be stamped with: the decision, without a directory. Pure.
 */
package org.waypost.rus.stamp;
