/** Link state of one server put together: participant, connections, directory and what is kept on disk. */
package org.waypost.link.node;
