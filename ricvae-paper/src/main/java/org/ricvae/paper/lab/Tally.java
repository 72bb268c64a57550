package org.ricvae.paper.lab;

import java.util.HashMap;
import java.util.Map;

/** Adds up the cost that is behind. One thread's own. */
final class Tally {
  private final PaperListener listener;
  private final Map<String, Double> running = new HashMap<>();
  private long done;

  Tally(PaperListener listener) {
    this.listener = listener;
  }

  void begin(String item, long cost) {
    done = 0;
    running.clear();
    listener.begin(item, cost);
  }

  void share(Cell cell, double share) {
    running.put(cell.key(), share * cell.cost());
    tell();
  }

  void skip(Cell cell) {
    done += cell.cost();
    listener.skipped(cell.cost());
    tell();
  }

  void done(Cell cell) {
    running.remove(cell.key());
    done += cell.cost();
    listener.cell(cell.key());
    tell();
  }

  private void tell() {
    listener.done(done + (long) running.values().stream().mapToDouble(c -> c).sum());
  }
}
