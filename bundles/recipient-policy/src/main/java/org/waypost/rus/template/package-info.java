/**
 * Address templates: what address a recipient gets by its names. Pure.
 */
package org.waypost.rus.template;
