/** What services tell of themselves, asked for at each scrape. */
package org.waypost.metric.source;
