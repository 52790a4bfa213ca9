/** What every delivery agent must do, as tests, and contents to deliver. */
package org.waypost.testkit.delivery;
