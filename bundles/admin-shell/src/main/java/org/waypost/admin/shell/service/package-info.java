/** Commands in the scope {@code service}: virtual servers, protocols, the console and all other bundles. */
package org.waypost.admin.shell.service;
