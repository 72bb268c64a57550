package org.ricvae.data;

/** The type in which a data set keeps its values, kept so that what comes out is what went in. */
public enum ValueType {
  /** Unsigned bytes, 0..255: 8-bit images. */
  U8,
  /** Signed 16-bit integers. */
  I16,
  /** Signed 32-bit integers. */
  I32,
  /** Signed 64-bit integers; beyond 2^24 the engine's floats are no longer exact. */
  I64,
  /** 32-bit floats; NaN means missing. */
  F32,
  /** 64-bit floats; NaN means missing. */
  F64;

  /** Whether values are whole numbers, so that output is rounded. */
  public boolean isInteger() {
    return this != F32 && this != F64;
  }
}
