package org.ricvae.paper.frey;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.ricvae.Options;
import org.ricvae.OptionsText;
import org.ricvae.Ricvae;
import org.ricvae.data.Samples;
import org.ricvae.paper.lab.Cell;
import org.ricvae.paper.lab.Follower;
import org.ricvae.paper.lab.Images;
import org.ricvae.paper.lab.Outcomes;
import org.ricvae.train.EpsilonSearch;

/** The choice of ε by the dirty faces alone, once for all fits on them. */
final class EpsilonChoice {
  /** It takes so many. */
  static final int STEPS = EpsilonSearch.GRID.size() * EpsilonSearch.STEPS;

  private EpsilonChoice() {}

  /**
   * The choice as a cell.
   *
   * @param seconds it takes
   * @param settings what it depends on besides the options
   * @param options of the fits that follow
   */
  static Cell cell(
      Dirt dirt, long seconds, Map<String, Object> settings, Options options, Images clean) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.put("grid", EpsilonSearch.GRID);
    all.put("steps", EpsilonSearch.STEPS);
    all.put("options", OptionsText.write(options));
    return new Cell(
        key(dirt),
        seconds,
        all,
        progress -> choose(dirt.circles(clean).images().samples(), options, progress));
  }

  static String key(Dirt dirt) {
    return dirt.key() + "_choice";
  }

  /** The value that was chosen; empty where the choice failed. */
  static OptionalDouble of(Outcomes outcomes, Dirt dirt) {
    return outcomes.get(key(dirt)).stream().mapToDouble(o -> o.number("epsilon")).findFirst();
  }

  private static Map<String, Object> choose(
      Samples samples, Options options, DoubleConsumer progress) {
    EpsilonSearch.Choice choice = Ricvae.chooseEpsilon(samples, options, new Follower(progress));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epsilon", choice.epsilon());
    values.put("guess", choice.guess());
    values.put("candidates", choice.candidates().stream().map(EpsilonChoice::candidate).toList());
    return values;
  }

  private static Map<String, Object> candidate(EpsilonSearch.Candidate candidate) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epsilon", candidate.epsilon());
    values.put("error", candidate.error());
    values.put("active", candidate.activeDimensions());
    values.put("outcome", candidate.outcome().name().toLowerCase(Locale.ROOT));
    return values;
  }
}
