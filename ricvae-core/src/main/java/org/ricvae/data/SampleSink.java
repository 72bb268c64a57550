package org.ricvae.data;

/**
 * Where samples are written, one batch after the other, so that memory does not grow with the data.
 *
 * <p>Nothing appears under the final name until {@link #commit()}; a sink closed without it leaves
 * what was there before untouched and removes what it wrote.
 */
public interface SampleSink extends AutoCloseable {
  /**
   * Writes the next n samples, in the data's own units, {@code [n × shape.size()]}; whole-number
   * types are rounded to the nearest and clamped to their range.
   *
   * @throws InputException where the disk is full or the place cannot be written
   */
  void write(float[] values, int offset, int n);

  /** Ends the file and moves it to its final name. */
  void commit();

  /** Frees what is open; without a {@link #commit()} before it, also removes what was written. */
  @Override
  void close();
}
