package org.waypost.transport.mina.connection;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the transport. Those that outsiders give work to are started at once, in a neutral
 * place: a thread started later would inherit the caller's context and hold a replaced protocol's
 * classes for ever.
 */
public final class Machinery {
    private final ExecutorService ioThreads;
    private final ThreadPoolExecutor workers;
    private final ThreadPoolExecutor control;
    private final ScheduledThreadPoolExecutor timer;
    private final IoProcessors processors;

    /**
     * @param ioThreadCount 1 or more
     * @param workerCount 1 or more
     */
    public Machinery(int ioThreadCount, int workerCount) {
        ioThreads = Executors.newCachedThreadPool(named("waypost-io"));
        // A turn that comes when all is over has nowhere to go.
        workers = pool(workerCount, "waypost-transport-worker", new ThreadPoolExecutor.DiscardPolicy());
        control = pool(1, "waypost-transport-control", new ThreadPoolExecutor.AbortPolicy());
        timer = new ScheduledThreadPoolExecutor(1, named("waypost-transport-timer"));
        timer.prestartAllCoreThreads();
        processors = new IoProcessors(ioThreadCount, ioThreads);
    }

    private static ThreadPoolExecutor pool(int size, String name, RejectedExecutionHandler late) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                named(name), late);
        pool.prestartAllCoreThreads();
        return pool;
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), 0, false);
            thread.setContextClassLoader(Machinery.class.getClassLoader());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** For MINA's own loops. */
    public Executor ioThreads() {
        return ioThreads;
    }

    /** Runs turns that other threads gave. */
    public Executor workers() {
        return workers;
    }

    /** One thread, which makes all changes of listeners. */
    public ExecutorService control() {
        return control;
    }

    public ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    public IoProcessors processors() {
        return processors;
    }

    /** Ends all threads; sockets must be closed before. */
    public void stop() {
        timer.shutdownNow();
        control.shutdownNow();
        processors.dispose();
        workers.shutdown();
        ioThreads.shutdown();
    }
}
