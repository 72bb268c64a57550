package org.ricvae.paper.frey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ricvae.paper.lab.Method;
import org.ricvae.paper.lab.Outcome;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.paper.lab.Spread;

/**
 * What the cells of Figure 3 hold, by what they are about. Errors are mean squared errors against
 * the clean faces, on the [0,1] scale, one a seed; NaN where a cell is missing or nothing could be
 * trained.
 *
 * @param sizes how much was run
 * @param seeds how many seeds, from 1
 * @param outcomes of all cells
 * @param methods those that are compared. Where one of them is missing for a place and a seed, as
 *     in a run that is not finished, none counts there: means are over the same seeds
 */
record FreyResults(FreySizes sizes, int seeds, Outcomes outcomes, List<Method> methods) {
  /** Copies the list. */
  FreyResults {
    methods = List.copyOf(methods);
  }

  /** Compares all methods of which there is any result. */
  static FreyResults of(FreySizes sizes, int seeds, Outcomes outcomes) {
    FreyResults all = new FreyResults(sizes, seeds, outcomes, List.of(Method.values()));
    List<Method> present =
        all.methods().stream()
            .filter(
                method ->
                    all.allDirts().stream().anyMatch(dirt -> all.fit(method, dirt).isPresent()))
            .toList();
    return new FreyResults(sizes, seeds, outcomes, present);
  }

  /** Which of the values an error is about; the ending of its name in a cell. */
  enum Part {
    /** All of them. */
    ALL(""),
    /** Those under the dirt. */
    HIT("_hit"),
    /** The others. */
    REST("_rest");

    private final String ending;

    Part(String ending) {
      this.ending = ending;
    }
  }

  /** Where an error was measured: what is on the images, and how much of it. */
  record Place(Shape shape, Radius radius, int percent) {
    Dirt dirt(int seed) {
      return new Dirt(radius, percent, seed);
    }
  }

  /** Shares of corrupted images, in ascending order. */
  List<Integer> percents() {
    return sizes.percents().stream().sorted().toList();
  }

  /** The error of the dirty images themselves. */
  Spread dirty(Place place) {
    List<Double> values = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      values.add(number(FreyCells.dirtyKey(place.dirt(seed)), place.shape().key()));
    }
    return Spread.of(values);
  }

  /** The errors of a method at its own setting after M passes at test. */
  List<Double> errors(Method method, Place place, int passes, Part part) {
    return IntStream.rangeClosed(1, seeds)
        .mapToObj(place::dirt)
        .map(
            dirt ->
                isComplete(dirt) ? error(fitKey(method, dirt), place, passes, part) : Double.NaN)
        .toList();
  }

  /** The errors of a method as the paper runs it. */
  Spread spread(Method method, Place place) {
    return Spread.of(errors(method, place, method.passes(), Part.ALL));
  }

  /** The mean error of a method as the paper runs it. */
  double error(Method method, Place place) {
    return spread(method, place).mean();
  }

  /** The method of the lowest mean error, of those that have one. */
  Method best(Place place) {
    return methods.stream()
        .min(Comparator.comparingDouble(method -> error(method, place)))
        .orElseThrow();
  }

  /** All radii and shares over 0 for which there is an error. */
  List<Place> dirtyPlaces(Shape shape) {
    return sizes.radii().stream()
        .flatMap(
            radius ->
                percents().stream()
                    .filter(percent -> percent > 0)
                    .map(percent -> new Place(shape, radius, percent)))
        .filter(place -> methods.stream().anyMatch(m -> Double.isFinite(error(m, place))))
        .toList();
  }

  /** How many times the error of another a method's is, in the geometric mean; NaN if unknown. */
  double times(Method method, Method other, Shape shape) {
    return mean(dirtyPlaces(shape), place -> error(method, place) / error(other, place));
  }

  /** The geometric mean over places, of where the ratio is known; NaN where it is nowhere. */
  static double mean(List<Place> places, ToDoubleFunction<Place> ratio) {
    return Math.exp(
        places.stream()
            .mapToDouble(place -> Math.log(ratio.applyAsDouble(place)))
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN));
  }

  /** The errors of a method at a fixed ε, of the seeds that were swept. */
  List<Double> swept(Method method, double epsilon, Place place, int passes, Part part) {
    return IntStream.rangeClosed(1, Math.min(seeds, sizes.sweepSeeds()))
        .mapToObj(
            seed ->
                error(
                    FreyCells.fitKey(method, OptionalDouble.of(epsilon), place.dirt(seed)),
                    place,
                    passes,
                    part))
        .toList();
  }

  /** The ε that was chosen; empty where the choice failed. */
  OptionalDouble chosen(Dirt dirt) {
    return EpsilonChoice.of(outcomes, dirt);
  }

  private String fitKey(Method method, Dirt dirt) {
    if (method == Method.RPCA) {
      return RpcaCell.key(dirt);
    }
    return FreyCells.fitKey(
        method, method.hasEpsilon() ? chosen(dirt) : OptionalDouble.empty(), dirt);
  }

  /** The result of a method's fit at its own setting. */
  Optional<Outcome> fit(Method method, Dirt dirt) {
    return outcomes.get(fitKey(method, dirt));
  }

  /** How many fits of a method came to nothing, at its own setting. */
  long failures(Method method) {
    return allDirts().stream()
        .flatMap(dirt -> fit(method, dirt).stream())
        .filter(outcome -> outcome.has("failed"))
        .count();
  }

  /** Whether everything that belongs to a seed is there, the sweep apart. */
  boolean isComplete(int seed) {
    return sizes.dirts(seed).stream().allMatch(this::isComplete);
  }

  private boolean isComplete(Dirt dirt) {
    return methods.stream().allMatch(method -> fit(method, dirt).isPresent());
  }

  private List<Dirt> allDirts() {
    return IntStream.rangeClosed(1, seeds)
        .boxed()
        .flatMap(seed -> sizes.dirts(seed).stream())
        .toList();
  }

  private double error(String key, Place place, int passes, Part part) {
    return number(key, Errors.name(place.shape(), passes) + part.ending);
  }

  private double number(String key, String name) {
    return outcomes.get(key).map(outcome -> outcome.number(name)).orElse(Double.NaN);
  }
}
