package org.waypost.metabase.component;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.waypost.metabase.schema.KeyType;
import org.waypost.metabase.schema.KeyTypes;
import org.waypost.metabase.schema.MetaTypeFile;

/**
 * The pids that the bundles here describe in their metatype files. They are read by ourselves, since
 * {@code MetaTypeService} shows neither least nor greatest values.
 */
final class MetaTypes implements KeyTypes {
    private static final String FOLDER = "OSGI-INF/metatype/";

    private final BundleContext context;
    private volatile Map<String, KeyType> types = Map.of();

    MetaTypes(BundleContext context) {
        this.context = context;
        refresh();
    }

    @Override
    public Optional<KeyType> find(String pid) {
        return Optional.ofNullable(types.get(pid));
    }

    /** Looks at all bundles anew; of two that describe a pid the one installed last counts. */
    void refresh() {
        Map<String, KeyType> found = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith("org.waypost.")) {
                add(bundle, found);
            }
        }
        types = Map.copyOf(found);
    }

    private static void add(Bundle bundle, Map<String, KeyType> found) {
        try {
            Enumeration<String> names = bundle.getEntryPaths(FOLDER);
            for (String name : names == null ? Collections.<String>emptyList() : Collections.list(names)) {
                URL file = bundle.getEntry(name);
                try (InputStream in = file.openStream()) {
                    MetaTypeFile.read(in).forEach(type -> found.put(type.pid(), type));
                }
            }
        } catch (IOException | IllegalStateException e) {
            // The bundle goes at this moment; when it has gone, or come back, we look again.
            return;
        }
    }
}
