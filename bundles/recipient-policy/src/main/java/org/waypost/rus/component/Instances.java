package org.waypost.rus.component;

import org.waypost.rus.engine.UpdateInstance;

/** A service of this bundle alone: by it the component of policies finds the instances. */
interface Instances {
    UpdateInstance instance();
}
