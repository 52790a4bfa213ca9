/**
 * A partition of ApacheDS in memory on the sorted maps of the JDK. ApacheDS's own one, of AVL trees, is not used: when a
 * removal makes such a tree rotate, it can drop a branch that has nothing to do with what is removed. Each write removes
 * the parent from the index of names and adds it again, so after some hundred writes an entry is not found by its name
 * though it is there, and a second one of that name can be added.
 */
package org.waypost.directory.embedded.memory;
