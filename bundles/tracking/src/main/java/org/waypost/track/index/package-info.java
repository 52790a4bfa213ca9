/**
 * The index of the files: for each block of about a mebibyte of lines the values that occur in it and the lines they occur
 * in. It can be made of the files again at any time.
 */
package org.waypost.track.index;
