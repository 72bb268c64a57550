package org.ricvae.paper.frey;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ricvae.baseline.Rpca;
import org.ricvae.data.SampleShape;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Corrupted;
import org.ricvae.paper.lab.Images;

/**
 * Robust PCA with both conventions of λ: Candès et al.'s under the names of one pass, the other
 * under the same with {@link #OTHER}. Rectangles are met by its extension to new rows.
 */
final class RpcaCell {
  /** The ending of what the other convention, λ = 1/√pixels, gives. */
  static final String OTHER = "_other";

  private static final long SECONDS = 50;

  private RpcaCell() {}

  static Cell of(Dirt dirt, Map<String, Object> settings, Images clean) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.put("method", "rpca");
    all.put("tolerance", Rpca.Options.DEFAULT_TOLERANCE);
    all.put("iterations", Rpca.Options.DEFAULT_MAX_ITERATIONS);
    return new Cell(
        key(dirt),
        SECONDS,
        all,
        progress -> {
          Errors errors = new Errors(clean);
          Corrupted circles = dirt.circles(clean);
          Corrupted rectangles = dirt.rectangles(clean);
          add(errors, "", Rpca.Lambda.LARGER_SIDE, circles, rectangles);
          add(errors, OTHER, Rpca.Lambda.VALUES, circles, rectangles);
          return errors.values();
        });
  }

  static String key(Dirt dirt) {
    return dirt.key() + "_rpca";
  }

  private static void add(
      Errors errors, String ending, Rpca.Lambda lambda, Corrupted circles, Corrupted rectangles) {
    SampleShape shape = circles.images().shape();
    Rpca rpca = Faces.decompose(circles.images(), lambda);
    Samples low = Faces.samples(rpca.lowRank(), shape);
    errors.add(Errors.name(Shape.CIRCLES, 1) + ending, low, circles.mask());
    Samples extended = Faces.samples(rpca.lowRankOf(Faces.matrix(rectangles.images())), shape);
    errors.add(Errors.name(Shape.RECTANGLES, 1) + ending, extended, rectangles.mask());
    errors.values().put("rank" + ending, rpca.rank());
    errors.values().put("iterations" + ending, rpca.iterations());
  }
}
