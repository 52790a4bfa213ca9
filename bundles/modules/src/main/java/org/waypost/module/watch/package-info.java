/** Whether a replacement is worse than what ran before: samples of before and after, and a verdict. No threads, no clock. */
package org.waypost.module.watch;
