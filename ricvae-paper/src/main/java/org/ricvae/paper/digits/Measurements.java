package org.ricvae.paper.digits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Digits;
import org.ricvae.paper.lab.Images;

/**
 * Cells that measure images against real digits: samples of trained models, and the lines to
 * compare them with.
 *
 * @param sizes how many images are compared
 * @param trainings which were run
 * @param ruler what measures
 */
record Measurements(DigitSizes sizes, Trainings trainings, Ruler ruler) {
  /** Test digits: the reference line. */
  static final String TEST = "quality-test";

  /** The dirty digits themselves. */
  static final String DIRT = "quality-dirt";

  /** To be raised whenever a measurement computes something else than before. */
  private static final int RECIPE = 1;

  /** Seconds of one core to make and measure samples, at the full size. */
  private static final long SECONDS = 15;

  /** Of a cell about samples. */
  static String key(Condition condition, Variant variant) {
    return "quality-%s-%s".formatted(condition.key(), variant.key());
  }

  /** Seconds of one core for one measurement. */
  static long cost(DigitSizes sizes) {
    return Math.max(1, SECONDS * sizes.compared() / DigitSizes.FULL.compared());
  }

  /** The reference line. */
  Cell test(Digits digits) {
    return cell(TEST, Map.of(), () -> Pixels.of(digits.test(), 0, sizes.compared()));
  }

  /** What the models learned from, dirty. */
  Cell dirt() {
    Images dirty = trainings.images(Condition.DIRTY);
    int n = sizes.compared();
    return cell(
        DIRT,
        Map.of("data", dirty.fingerprint()),
        // Others than those that they are compared with.
        () -> Pixels.of(dirty, n, n));
  }

  /** Samples of the models that are alive, made in these ways. */
  List<Cell> samples(List<Variant> variants) {
    List<Cell> cells = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      for (DigitModel model : DigitModel.values()) {
        List<Variant> some = variants.stream().filter(v -> v.model() == model).toList();
        if (!some.isEmpty()) {
          trainings
              .model(condition, model)
              .ifPresent(
                  trained ->
                      some.forEach(
                          variant ->
                              cells.add(
                                  cell(
                                      key(condition, variant),
                                      settings(condition, variant),
                                      () -> variant.generate(trained, sizes.compared())))));
        }
      }
    }
    return cells;
  }

  private Map<String, Object> settings(Condition condition, Variant variant) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("model", trainings.settings(condition, variant.model()));
    settings.put("passes", variant.passes());
    settings.put("drawn", variant.drawn());
    settings.put("seed", Variant.SEED);
    return settings;
  }

  private Cell cell(String key, Map<String, Object> more, Supplier<Points> images) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("recipe", RECIPE);
    settings.put("ruler", ruler.settings());
    settings.put("images", more);
    return new Cell(key, cost(sizes), settings, progress -> ruler.measure(images.get()).values());
  }
}
