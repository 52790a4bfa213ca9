/** What properties may be, as the bundles that read them say; the checks of a write, and the conversion to their types. */
package org.waypost.metabase.schema;
