package org.waypost.module.component;

import java.util.List;
import org.osgi.framework.Bundle;

/** Knows the components of bundles. */
@FunctionalInterface
interface Components {
    /** Which of them do not work and why, as clauses. */
    List<String> problems(Bundle bundle);
}
