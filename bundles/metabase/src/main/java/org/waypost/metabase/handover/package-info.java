/**
 * What the metabase hands over to Configuration Admin: {@link org.waypost.metabase.handover.Handover} decides from the
 * keys alone what configurations there should be; who applies it touches only what differs. Nothing here knows of OSGi.
 */
package org.waypost.metabase.handover;
