/** The console as an administrator meets it: a server with an organization, and a headless browser. */
package org.waypost.itests.browser;
