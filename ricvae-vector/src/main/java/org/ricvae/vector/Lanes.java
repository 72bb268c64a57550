package org.ricvae.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector shape of this machine. */
final class Lanes {
  /** The widest shape that the hardware has, but for those of which a row of 32 holds no two. */
  static final VectorSpecies<Float> FLOAT =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  /** As many ints. */
  static final VectorSpecies<Integer> INT =
      FLOAT.length() == 16
          ? IntVector.SPECIES_512
          : FLOAT.length() == 8 ? IntVector.SPECIES_256 : IntVector.SPECIES_128;

  /** Floats in a vector. */
  static final int LENGTH = FLOAT.length();

  private Lanes() {}

  /** Whether the hardware has vectors worth the name. */
  static boolean supported() {
    return LENGTH >= 4;
  }

  /** A constant. Not for loops: see the package. */
  static FloatVector all(float value) {
    return FloatVector.broadcast(FLOAT, value);
  }
}
