/** Objects of the directory in forms: where they stand, whether they are as they were, and what of them changed. Pure. */
package org.waypost.admin.object;
