/** Who asks: logins, sessions, tokens and what each may do. */
package org.waypost.http.account;
