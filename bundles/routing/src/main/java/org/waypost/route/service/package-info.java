/** Router and explainer over the map in force: puts questions for messages, and passes on what deliveries learn of links. */
package org.waypost.route.service;
