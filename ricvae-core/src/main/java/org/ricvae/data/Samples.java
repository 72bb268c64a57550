package org.ricvae.data;

/**
 * A data set: n samples of one shape, read at random, never held in memory as a whole unless the
 * implementation says so.
 *
 * <p>Values are the data's own (an 8-bit image gives 0..255); NaN means missing. Implementations
 * are thread-safe and do not change while they are open.
 */
public interface Samples extends AutoCloseable {
  /** How many samples there are; at least 1. */
  long count();

  /** The shape of every sample. */
  SampleShape shape();

  /** The type in which the values are kept; {@link #read} gives values of it, or NaN. */
  ValueType type();

  /**
   * Reads the samples {@code [start, start + n)} into {@code dst[offset ...]}, one after the other.
   *
   * @throws InputException where the file turns out to be damaged
   * @throws IndexOutOfBoundsException where the range leaves the data set or the array
   */
  void read(long start, int n, float[] dst, int offset);

  /** Where the data come from, for messages and provenance: a path, or "memory". */
  String source();

  @Override
  default void close() {}

  /**
   * Samples in memory.
   *
   * @param shape the shape of each sample
   * @param values {@code [n × shape.size()]}, not copied; the caller no longer changes it
   */
  static Samples of(SampleShape shape, float[] values) {
    return new ArraySamples(shape, ValueType.F32, values);
  }

  /**
   * 8-bit samples in memory, for images: values 0..255.
   *
   * @param shape the shape of each sample
   * @param values {@code [n × shape.size()]} unsigned bytes, not copied
   */
  static Samples of(SampleShape shape, byte[] values) {
    return new ByteSamples(shape, values);
  }
}
