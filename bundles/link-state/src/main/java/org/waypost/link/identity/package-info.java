/** What a server proves by that it is one of the organization: a key pair of its own, and the form keys have in the directory. */
package org.waypost.link.identity;
