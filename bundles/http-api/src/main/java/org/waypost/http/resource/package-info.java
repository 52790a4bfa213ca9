/** The routes of each subject, each over a service of {@code org.waypost.admin}. */
package org.waypost.http.resource;
