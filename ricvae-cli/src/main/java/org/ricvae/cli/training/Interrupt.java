package org.ricvae.cli.training;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C (and an orderly kill) into a wish to stop: while this is open, the JVM waits with
 * its end until {@link #close()}, so that what there is can be saved.
 */
public final class Interrupt implements AutoCloseable {
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean requested;

  /**
   * Starts to listen.
   *
   * @param heard run at the moment of Ctrl-C, on a thread of its own; tells whether there is
   *     anything to wait for
   */
  public Interrupt(BooleanSupplier heard) {
    hook =
        new Thread(
            () -> {
              requested = true;
              if (heard.getAsBoolean()) {
                await();
              }
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether work should stop. */
  public boolean requested() {
    return requested;
  }

  private void await() {
    try {
      finished.await();
    } catch (InterruptedException nobodyDoes) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the JVM end. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The signal came this very moment; the hook no longer waits.
      }
    }
  }
}
