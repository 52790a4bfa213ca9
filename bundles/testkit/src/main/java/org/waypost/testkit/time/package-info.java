/** Time under a test's control. */
package org.waypost.testkit.time;
