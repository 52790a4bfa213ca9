/** Whether all is well, for people and load balancers. */
package org.waypost.metric.health;
