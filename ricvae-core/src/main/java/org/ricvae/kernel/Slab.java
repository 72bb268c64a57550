package org.ricvae.kernel;

/**
 * Memory of which each part begins at a cache line, where the JVM allows it: vectors that cross
 * from one line to the next cost a product seven hundredths of its speed.
 *
 * <p>The address of an array is not ours to choose. But G1, the default collector, puts an array of
 * half a region and more at the begin of a region; so parts are cut from large pages, each behind a
 * {@link #LEAD} that fills the line in which the array's header lies. Under other collectors, or
 * where regions have over 8 MiB (heaps of over 16 GiB), parts lie as other arrays do.
 */
public final class Slab {
  /** Floats from an array's 16 bytes of header to the next cache line of 64 bytes. */
  public static final int LEAD = 12;

  /** Floats in a cache line. */
  public static final int LINE = 16;

  private static final int PAGE = 1 << 20;

  private float[] page = new float[0];
  private int next;

  /**
   * A part of a page.
   *
   * @param data the page
   * @param from where the part begins
   */
  public record Part(float[] data, int from) {}

  /**
   * The next part, all zero.
   *
   * @param n floats
   */
  public Part take(int n) {
    if (n > page.length - next) {
      page = new float[Math.max(PAGE, Math.addExact(LEAD, n))];
      next = LEAD;
    }
    Part part = new Part(page, next);
    next += Math.min(page.length - next, (n + LINE - 1) / LINE * LINE);
    return part;
  }
}
