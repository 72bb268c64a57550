package org.ricvae.evaluate;

import org.ricvae.baseline.Matrix;

/** Tells tables apart in the settings of kept results. */
public final class Fingerprint {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /**
   * 64 bits of the shape and the values in their order (FNV-1a over their bits), as 16 hexadecimal
   * digits; not cryptographic.
   */
  public static String of(Matrix table) {
    long hash = (FNV_OFFSET ^ table.columns()) * FNV_PRIME;
    for (double value : table.values()) {
      hash = (hash ^ Double.doubleToLongBits(value)) * FNV_PRIME;
    }
    return "%016x".formatted(hash);
  }

  /** The name of a kept result's file: what a name may not hold becomes an underscore. */
  public static String fileName(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_");
  }
}
