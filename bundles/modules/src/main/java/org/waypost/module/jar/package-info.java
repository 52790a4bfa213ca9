/** Jars of modules: what they say of themselves, and whether they fit what runs. */
package org.waypost.module.jar;
