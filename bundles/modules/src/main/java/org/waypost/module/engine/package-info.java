/** Replaces, watches and rolls back, over a framework that is an interface here. */
package org.waypost.module.engine;
