/** The wiring of the built assembly, seen from inside one container that all classes share (Pax Exam, JUnit 4). */
package org.waypost.itests.wiring;
