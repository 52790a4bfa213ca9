/**
 * What a server knows of all groups, and the rules by which that changes. A group's state comes from its master, under a
 * version that only it raises; what the directory says of a group counts until its master has spoken. Values and
 * functions only.
 */
package org.waypost.link.table;
