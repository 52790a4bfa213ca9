/** Settings in files below {@code etc}: taken over into the metabase once, and no more read afterwards. */
package org.waypost.metabase.etc;
