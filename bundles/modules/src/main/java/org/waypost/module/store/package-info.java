/** What outlives this bundle and the server: jars, the history, what is replaced, what is under way. */
package org.waypost.module.store;
