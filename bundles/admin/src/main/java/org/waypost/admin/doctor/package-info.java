/**
 * Examines the server and what is around it: {@link org.waypost.admin.doctor.Doctor} runs each
 * {@link org.waypost.admin.doctor.Check} at the same time with a time limit, over
 * {@link org.waypost.admin.doctor.Facts} that were gathered before.
 */
package org.waypost.admin.doctor;
