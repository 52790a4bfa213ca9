/** What a group stands for, where it is expanded, and who hears of what became of its mail. */
package org.waypost.categorize.group;
