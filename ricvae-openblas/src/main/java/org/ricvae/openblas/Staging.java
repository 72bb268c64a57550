package org.ricvae.openblas;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.ricvae.kernel.Kernels;

/**
 * The operands of one thread outside the heap. JavaCPP copies a whole array for each call, and has
 * no offsets; so what a product needs, and no more, is copied here. Grows, never shrinks.
 */
final class Staging {
  private FloatPointer memory = new FloatPointer(0);
  private long capacity;
  private float[] rearranged = new float[0];

  /** Makes room for n floats; what was there is lost. */
  FloatPointer reserve(int n) {
    if (n > capacity) {
      memory.close();
      memory = new FloatPointer(n);
      capacity = n;
    }
    return memory.position(0);
  }

  /** Copies n floats in, to the front. */
  FloatPointer load(float[] a, int from, int n) {
    return reserve(n).put(a, from, n);
  }

  /** What lies {@code at} floats from the front. */
  FloatPointer at(int at) {
    return memory.position(at);
  }

  /** Copies n floats out, from the front. */
  void store(float[] a, int to, int n) {
    memory.position(0).get(a, to, n);
  }

  /** Copies rows of weight panels in, to the front, as rows of all columns. */
  FloatPointer loadPanels(float[] w, int w0, int wPanel, int rows, int columns) {
    makeRoom(rows * columns);
    for (int o = 0; o < columns; o += Kernels.TILE) {
      int panel = w0 + o / Kernels.TILE * wPanel;
      for (int i = 0; i < rows; i++) {
        System.arraycopy(w, panel + i * Kernels.TILE, rearranged, i * columns + o, Kernels.TILE);
      }
    }
    return load(rearranged, 0, rows * columns);
  }

  /** Copies columns out, which lie 32 by 32 in matrices of {@code [rows × 32]}, to panels. */
  void storePanels(int rows, int columns, float[] g, int g0, int gPanel) {
    int size = rows * Kernels.BLOCK;
    makeRoom(size);
    for (int from = 0; from < columns; from += Kernels.BLOCK) {
      at(from / Kernels.BLOCK * size).get(rearranged, 0, size);
      for (int o = from; o < Math.min(columns, from + Kernels.BLOCK); o++) {
        int column = g0 + o / Kernels.TILE * gPanel + o % Kernels.TILE;
        for (int i = 0; i < rows; i++) {
          g[column + i * Kernels.TILE] = rearranged[i * Kernels.BLOCK + o - from];
        }
      }
    }
  }

  /** The reverse of {@link #storePanels}: what is beyond the columns becomes zero. */
  void takePanels(int rows, int columns, float[] g, int g0, int gPanel) {
    int size = rows * Kernels.BLOCK;
    makeRoom(size);
    for (int from = 0; from < columns; from += Kernels.BLOCK) {
      Arrays.fill(rearranged, 0, size, 0);
      for (int o = from; o < Math.min(columns, from + Kernels.BLOCK); o++) {
        int column = g0 + o / Kernels.TILE * gPanel + o % Kernels.TILE;
        for (int i = 0; i < rows; i++) {
          rearranged[i * Kernels.BLOCK + o - from] = g[column + i * Kernels.TILE];
        }
      }
      at(from / Kernels.BLOCK * size).put(rearranged, 0, size);
    }
  }

  private void makeRoom(int n) {
    if (n > rearranged.length) {
      rearranged = new float[n];
    }
  }
}
