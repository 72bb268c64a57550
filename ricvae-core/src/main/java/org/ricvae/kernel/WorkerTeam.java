package org.ricvae.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed team of threads that run one task together, the caller among them, and wait for each
 * other; it allocates nothing once started.
 */
public final class WorkerTeam implements AutoCloseable {
  /** What each worker does; units of work are taken with {@link #next()}. */
  public interface Task {
    /**
     * Does this worker's part.
     *
     * @param worker number of the worker, from 0 (the caller) to {@code size() - 1}
     */
    void run(int worker);
  }

  private static final int SPINS = 2_000;

  private final Thread[] threads;
  private final AtomicInteger unit = new AtomicInteger();
  private final AtomicInteger generation = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile Task task;
  private volatile Thread caller;
  private volatile boolean closed;

  /**
   * Starts the threads.
   *
   * @param size workers, the caller included
   */
  public WorkerTeam(int size) {
    threads = new Thread[size - 1];
    for (int i = 0; i < threads.length; i++) {
      int worker = i + 1;
      threads[i] = new Thread(() -> work(worker), "ricvae-worker-" + worker);
      threads[i].setDaemon(true);
      threads[i].start();
    }
  }

  /** Workers, the caller included. */
  public int size() {
    return threads.length + 1;
  }

  /** The next unit of work, from 0; each is given out once a {@link #run}. */
  public int next() {
    return unit.getAndIncrement();
  }

  /** Runs the task on all workers and returns when all have ended; a failure is thrown here. */
  public void run(Task t) {
    if (closed) {
      throw new IllegalStateException("the team is closed");
    }
    unit.set(0);
    failure.set(null);
    running.set(threads.length);
    caller = Thread.currentThread();
    task = t;
    generation.incrementAndGet();
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    guarded(t, 0);
    for (int spin = 0; running.get() > 0; spin++) {
      pause(spin);
    }
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  private void work(int worker) {
    int seen = 0;
    while (true) {
      for (int spin = 0; generation.get() == seen && !closed; spin++) {
        pause(spin);
      }
      if (closed) {
        return;
      }
      seen = generation.get();
      guarded(task, worker);
      if (running.decrementAndGet() == 0) {
        LockSupport.unpark(caller);
      }
    }
  }

  private void guarded(Task t, int worker) {
    try {
      t.run(worker);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private static void pause(int spin) {
    if (spin < SPINS) {
      Thread.onSpinWait();
    } else {
      LockSupport.park();
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
  }
}
