package org.ricvae.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a cell came to.
 *
 * @param entrants how each engine ran
 * @param laps one a round
 */
record Standing(Cell cell, Map<Engine, Entrant> entrants, Map<Engine, List<Lap>> laps) {
  Standing(Cell cell) {
    this(cell, new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  void enter(Entrant entrant) {
    entrants.put(entrant.engine(), entrant);
    laps.put(entrant.engine(), new ArrayList<>());
  }

  boolean has(Engine engine) {
    return laps.containsKey(engine) && laps.containsKey(Engine.RICVAE);
  }

  /** Samples a second: the median of the rounds. */
  double rate(Engine engine) {
    return cell.batch() / quantile(engine, 0.5);
  }

  /** Half the distance between the quartiles, as a share of the median. */
  double spread(Engine engine) {
    double range = quantile(engine, 0.75) - quantile(engine, 0.25);
    return range / 2 / quantile(engine, 0.5);
  }

  /** How many times the rate of another engine ours is: the median over the rounds. */
  double ratio(Engine other) {
    return ratio(other, Lap::seconds);
  }

  /** The same with the time that the processes had a processor. */
  double cpuRatio(Engine other) {
    return ratio(other, Lap::cpu);
  }

  private double ratio(Engine other, ToDoubleFunction<Lap> time) {
    double[] ours = laps.get(Engine.RICVAE).stream().mapToDouble(time).toArray();
    double[] theirs = laps.get(other).stream().mapToDouble(time).toArray();
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> theirs[i] / ours[i]);
    return quantile(ratios, 0.5);
  }

  /** Whether an engine ran beside ours that a user could pick. */
  boolean hasPeer() {
    return peers().findAny().isPresent();
  }

  /** Our rate over that of the fastest peer: the smallest ratio; NaN without one. */
  double againstBest() {
    return least(this::ratio);
  }

  /** The same with the time that the processes had a processor. */
  double cpuAgainstBest() {
    return least(this::cpuRatio);
  }

  private double least(ToDoubleFunction<Engine> ratio) {
    return peers().mapToDouble(ratio).min().orElse(Double.NaN);
  }

  private Stream<Engine> peers() {
    return laps.keySet().stream().filter(engine -> engine.peer() && has(engine));
  }

  private double quantile(Engine engine, double q) {
    return quantile(laps.get(engine).stream().mapToDouble(Lap::seconds).toArray(), q);
  }

  /** By linear interpolation. */
  static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = q * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
