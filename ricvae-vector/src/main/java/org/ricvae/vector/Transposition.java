package org.ricvae.vector;

import static org.ricvae.vector.Lanes.FLOAT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Transposition of panels {@code [32 × 32]} with vectors of 16 floats; machines with narrower ones
 * leave it to plain Java. A square of 16 × 16 is halved four times: of each pair of squares beside
 * the diagonal, 8 × 8, 4 × 4, 2 × 2 and 1 × 1, one takes the other's place. Two halvings are done
 * on four rows at a time.
 */
final class Transposition {
  private static final int LENGTH = 16;
  private static final int ROW = 32;
  private static final VectorMask<Float> UPPER8 = upper(8);
  private static final VectorMask<Float> UPPER4 = upper(4);
  private static final VectorMask<Float> UPPER2 = upper(2);
  private static final VectorMask<Float> UPPER1 = upper(1);
  private static final VectorShuffle<Float> UP8 = shift(8);
  private static final VectorShuffle<Float> UP4 = shift(4);
  private static final VectorShuffle<Float> UP2 = shift(2);
  private static final VectorShuffle<Float> UP1 = shift(1);
  private static final VectorShuffle<Float> DOWN8 = shift(-8);
  private static final VectorShuffle<Float> DOWN4 = shift(-4);
  private static final VectorShuffle<Float> DOWN2 = shift(-2);
  private static final VectorShuffle<Float> DOWN1 = shift(-1);

  private Transposition() {}

  /** Whether the vectors of this machine are wide enough. */
  static boolean supported() {
    return Lanes.LENGTH == LENGTH;
  }

  /** The upper half of each pair of squares with this side. */
  private static VectorMask<Float> upper(int side) {
    boolean[] lanes = new boolean[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      lanes[i] = (i & side) != 0;
    }
    return VectorMask.fromArray(FLOAT, lanes, 0);
  }

  /** Moves lanes up, round the end. */
  private static VectorShuffle<Float> shift(int lanes) {
    return VectorShuffle.fromOp(FLOAT, i -> (i - lanes) & (LENGTH - 1));
  }

  /** One panel. */
  static void panel(float[] src, int src0, float[] dst, int dst0) {
    for (int i = 0; i < ROW; i += LENGTH) {
      for (int j = 0; j < ROW; j += LENGTH) {
        square(src, src0 + i * ROW + j, dst, dst0 + j * ROW + i);
      }
    }
  }

  private static void square(float[] src, int src0, float[] dst, int dst0) {
    for (int row = 0; row < 4 * ROW; row += ROW) {
      quarters(src, src0 + row, dst, dst0 + row);
    }
    for (int row = 0; row < LENGTH * ROW; row += 4 * ROW) {
      neighbours(dst, dst0 + row);
    }
  }

  /** The halvings to 8 and to 4, on every fourth row. */
  private static void quarters(float[] src, int from, float[] dst, int to) {
    FloatVector a = FloatVector.fromArray(FLOAT, src, from);
    FloatVector b = FloatVector.fromArray(FLOAT, src, from + 4 * ROW);
    FloatVector c = FloatVector.fromArray(FLOAT, src, from + 8 * ROW);
    FloatVector d = FloatVector.fromArray(FLOAT, src, from + 12 * ROW);
    FloatVector ac = a.blend(c.rearrange(UP8), UPPER8);
    FloatVector bd = b.blend(d.rearrange(UP8), UPPER8);
    FloatVector ca = a.rearrange(DOWN8).blend(c, UPPER8);
    FloatVector db = b.rearrange(DOWN8).blend(d, UPPER8);
    ac.blend(bd.rearrange(UP4), UPPER4).intoArray(dst, to);
    ac.rearrange(DOWN4).blend(bd, UPPER4).intoArray(dst, to + 4 * ROW);
    ca.blend(db.rearrange(UP4), UPPER4).intoArray(dst, to + 8 * ROW);
    ca.rearrange(DOWN4).blend(db, UPPER4).intoArray(dst, to + 12 * ROW);
  }

  /** The halvings to 2 and to 1, on four rows that follow each other, in place. */
  private static void neighbours(float[] dst, int at) {
    FloatVector a = FloatVector.fromArray(FLOAT, dst, at);
    FloatVector b = FloatVector.fromArray(FLOAT, dst, at + ROW);
    FloatVector c = FloatVector.fromArray(FLOAT, dst, at + 2 * ROW);
    FloatVector d = FloatVector.fromArray(FLOAT, dst, at + 3 * ROW);
    FloatVector ac = a.blend(c.rearrange(UP2), UPPER2);
    FloatVector bd = b.blend(d.rearrange(UP2), UPPER2);
    FloatVector ca = a.rearrange(DOWN2).blend(c, UPPER2);
    FloatVector db = b.rearrange(DOWN2).blend(d, UPPER2);
    ac.blend(bd.rearrange(UP1), UPPER1).intoArray(dst, at);
    ac.rearrange(DOWN1).blend(bd, UPPER1).intoArray(dst, at + ROW);
    ca.blend(db.rearrange(UP1), UPPER1).intoArray(dst, at + 2 * ROW);
    ca.rearrange(DOWN1).blend(db, UPPER1).intoArray(dst, at + 3 * ROW);
  }
}
