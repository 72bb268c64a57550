package org.ricvae.race;

import java.util.ArrayList;
import java.util.List;

/** One setting that is raced: network, N, samples a step, threads. */
record Cell(Net net, int passes, int batch, int threads) {
  static final List<Integer> PASSES = List.of(1, 2, 5);
  static final List<Integer> BATCHES = List.of(128, 500);

  /** Every cell for a number of threads. */
  static List<Cell> all(int threads) {
    List<Cell> cells = new ArrayList<>();
    for (Net net : Net.ALL) {
      for (int passes : PASSES) {
        for (int batch : BATCHES) {
          cells.add(new Cell(net, passes, batch, threads));
        }
      }
    }
    return cells;
  }

  static Cell parse(String text) {
    String[] words = text.trim().split(" ", -1);
    return new Cell(
        Net.find(words[0]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]));
  }

  /** Billions of floating point operations of the products, a sample. */
  double gflopASample() {
    return net.flops(passes) * 1e-9;
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return net + " " + passes + " " + batch + " " + threads;
  }
}
