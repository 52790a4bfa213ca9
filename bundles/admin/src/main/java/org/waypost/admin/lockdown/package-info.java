/** What listens: {@link org.waypost.admin.lockdown.ProcessSockets} reads it, {@link org.waypost.admin.lockdown.LockdownUseCases} judges it. */
package org.waypost.admin.lockdown;
