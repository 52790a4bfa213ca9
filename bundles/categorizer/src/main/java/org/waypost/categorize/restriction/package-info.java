/** Who may send to whom, how much, and to how many. */
package org.waypost.categorize.restriction;
