package org.waypost.metric.source;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** The Java machine and its process, under the names that Prometheus's own libraries use. */
public record JvmSource() implements Source {
    private static final double MILLIS = 1000.0;
    private static final double NANOS = 1e9;

    @Override
    public void tell(Gauges gauges) {
        memory(gauges, "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        memory(gauges, "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
        gauges.set("jvm_threads_current", "Threads.", ManagementFactory.getThreadMXBean().getThreadCount());
        gauges.set("process_start_time_seconds", "Start of the process since 1970.", ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            gauges.total("jvm_gc_collection_seconds", "Time of garbage collections.", collector.getCollectionTime() / MILLIS, "gc", collector.getName());
        }
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean system) {
            gauges.set("process_open_fds", "Files and sockets open.", system.getOpenFileDescriptorCount());
            gauges.set("process_max_fds", "Files and sockets that may be open.", system.getMaxFileDescriptorCount());
            gauges.total("process_cpu_seconds", "Time of processors used.", system.getProcessCpuTime() / NANOS);
        }
    }

    private static void memory(Gauges gauges, String area, MemoryUsage usage) {
        gauges.set("jvm_memory_used_bytes", "Memory in use.", usage.getUsed(), "area", area);
        gauges.set("jvm_memory_max_bytes", "Memory that may be used; -1 if without limit.", usage.getMax(), "area", area);
    }
}
