/**
 * What listens, and closing it: {@link org.waypost.admin.lockdown.ProcessSockets} reads it,
 * {@link org.waypost.admin.lockdown.Found} judges it by its {@link org.waypost.admin.lockdown.Owner},
 * {@link org.waypost.admin.lockdown.Closer} takes the {@link org.waypost.admin.lockdown.Measure} and keeps how it is undone.
 */
package org.waypost.admin.lockdown;
