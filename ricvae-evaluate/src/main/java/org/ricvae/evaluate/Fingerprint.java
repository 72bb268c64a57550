package org.ricvae.evaluate;

import java.util.List;
import org.ricvae.baseline.Matrix;

/** Tells tables apart in the settings of kept results. */
public final class Fingerprint {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /** No characters of a text. */
  private static final long END_OF_CELL = 1 << 16;

  private static final long END_OF_ROW = 1 << 17;

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

  /** The same of the texts of a table. */
  public static String of(List<List<String>> table) {
    long hash = FNV_OFFSET;
    for (List<String> row : table) {
      for (String text : row) {
        for (int i = 0; i < text.length(); i++) {
          hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ END_OF_CELL) * FNV_PRIME;
      }
      hash = (hash ^ END_OF_ROW) * FNV_PRIME;
    }
    return "%016x".formatted(hash);
  }

  /** The name of a kept result's file: what a name may not hold becomes an underscore. */
  public static String fileName(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_");
  }
}
