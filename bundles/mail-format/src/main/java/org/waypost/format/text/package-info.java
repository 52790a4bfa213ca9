/** What the public packages of this bundle share; not exported. */
package org.waypost.format.text;
